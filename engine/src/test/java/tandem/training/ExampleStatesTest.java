package tandem.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tandem.training.TestResults.assertSameBits;
import static tandem.training.TestResults.curve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.data.Split;
import tandem.training.kernels.Kernels;
import tandem.training.model.Activation;
import tandem.training.model.Initializer;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.Optimizer;

/** What an observer is shown agrees with the trajectory, and leaves training as it is. */
final class ExampleStatesTest {
    private static final int EPOCHS = 4;

    /** One of each model, trained in batches that do not divide the 38 examples. */
    static Stream<TestRun> models() {
        var three = TestData.gaussian(4, 3, 38, 11, 3);
        var drawn = new Start.Drawn(Initializer.HE_NORMAL);
        return Stream.of(
                        TestRun.of(ModelKind.LOGISTIC, TestData.gaussian(4, 2, 38, 11, 3)),
                        TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 2, 38, 11, 4)),
                        TestRun.of(ModelKind.SOFTMAX, three),
                        TestRun.of(ModelKind.MLP, three)
                                .hidden(Activation.RELU, 5)
                                .from(drawn),
                        TestRun.of(ModelKind.MLP, three)
                                .hidden(Activation.TANH, 5, 16)
                                .from(drawn),
                        TestRun.of(ModelKind.MLP, three)
                                .hidden(Activation.SIGMOID, 3)
                                .from(drawn))
                .map(run -> run.with(new Optimizer.Momentum(0.3, 0.9), EPOCHS).batch(7));
    }

    private static List<RunResult> train(List<TestRun> runs, Kernels kernels, EpochObserver observer) {
        return PackTrainer.train(runs.stream().map(TestRun::input).toList(), kernels, observer);
    }

    private static SeenStates seenAlone(TestRun run) {
        var seen = SeenStates.ofEveryEpoch();
        train(List.of(run), Kernels.scalar(1), seen);
        return seen;
    }

    @ParameterizedTest
    @MethodSource("models")
    void theMeanOfTheLossesIsTheLossAndTheRightPredictionsAreThoseCounted(TestRun run) {
        var observer = SeenStates.ofEveryEpoch();
        var result = train(List.of(run), Kernels.scalar(1), observer).getFirst();
        assertThat(observer.seen).hasSize((EPOCHS + 1) * 2);
        for (var shown : observer.seen) {
            assertAgrees(shown, run, result);
        }
    }

    private static void assertAgrees(SeenStates.Seen shown, TestRun run, RunResult result) {
        var curve = curve(result, shown.split());
        double loss = curve.loss()[shown.epoch()];
        double sum = 0;
        for (double one : shown.states().losses()) {
            sum += one;
        }
        assertThat(sum / curve.exampleCount()).isCloseTo(loss, within(1e-13 * loss));
        int[] labels = requireNonNull(run.data().splits().get(shown.split())).labels();
        assertThat(right(shown.states(), labels)).isEqualTo(curve.correct()[shown.epoch()]);
    }

    private static int right(ExampleStates states, int[] labels) {
        return (int) IntStream.range(0, labels.length)
                .filter(i -> states.predictions()[i] == labels[i])
                .count();
    }

    /** Logits grow to some 1e4 at this rate: the tails and the ties count too. */
    @ParameterizedTest
    @MethodSource("models")
    void theRightPredictionsAreThoseCountedWhereProbabilitiesAreNearlyNought(TestRun run) {
        var wild = run.with(new Optimizer.Sgd(1e4), EPOCHS);
        var observer = SeenStates.ofEveryEpoch();
        var result = train(List.of(wild), Kernels.scalar(1), observer).getFirst();
        assertThat(observer.seen).isNotEmpty();
        for (var shown : observer.seen) {
            assertAgrees(shown, wild, result);
        }
    }

    private static void assertSameStates(List<SeenStates.Seen> expected, List<SeenStates.Seen> actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).epoch()).isEqualTo(expected.get(i).epoch());
            assertThat(actual.get(i).split()).isEqualTo(expected.get(i).split());
            var states = actual.get(i).states();
            assertArrayEquals(expected.get(i).states().losses(), states.losses());
            assertArrayEquals(expected.get(i).states().predictions(), states.predictions());
            assertArrayEquals(expected.get(i).states().logits(), states.logits());
            assertArrayEquals(expected.get(i).states().probabilities(), states.probabilities());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theStatesDoNotDependOnLanesNeighboursOrVectors(TestRun run) {
        var alone = seenAlone(run).of(0);
        for (var kernels : List.of(Kernels.scalar(2), Kernels.scalar(3), Kernels.scalar(8), Kernels.vector())) {
            for (int lane = 0; lane < kernels.lanes(); lane += 2) {
                var pack = new ArrayList<>(Collections.nCopies(kernels.lanes(), run.withStreams(8, 9)));
                pack.set(lane, run);
                var together = SeenStates.ofEveryEpoch();
                train(pack, kernels, together);
                assertSameStates(alone, together.of(lane));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anObserverDoesNotChangeABit(TestRun run) {
        var watched = train(List.of(run), Kernels.scalar(1), SeenStates.ofEveryEpoch());
        assertSameBits(run.train(), watched.getFirst());
    }

    @Test
    void onlyWantedEpochsAreShownAndEachIsAskedForOnce() {
        var run = models().findFirst().orElseThrow();
        var second = SeenStates.ofEpoch(2);
        train(List.of(run), Kernels.scalar(1), second);
        assertThat(second.asked).containsExactly(0, 1, 2, 3, 4);
        assertThat(second.seen).extracting(SeenStates.Seen::epoch).containsExactly(2, 2);
        assertThat(second.seen).extracting(SeenStates.Seen::split).containsExactly(Split.TRAIN, Split.VALIDATION);
        var last = SeenStates.ofLast();
        train(List.of(run), Kernels.scalar(1), last);
        assertThat(last.seen).extracting(SeenStates.Seen::epoch).containsExactly(EPOCHS, EPOCHS);
    }

    @Test
    void theCopiesThatFillAPackAreNotShown() {
        var run = models().findFirst().orElseThrow();
        var observer = SeenStates.ofEveryEpoch();
        train(List.of(run), Kernels.scalar(4), observer);
        assertThat(observer.seen).extracting(SeenStates.Seen::run).containsOnly(0);
    }

    @Test
    void theStartIsTheLastStateOfAModelThatIsOnlyEvaluated() {
        var run = TestRun.of(ModelKind.SOFTMAX, TestData.gaussian(4, 3, 38, 11, 3))
                .fromRandom(1, 3);
        var observer = SeenStates.ofLast();
        var result = train(List.of(run), Kernels.scalar(1), observer).getFirst();
        assertThat(observer.seen).hasSize(2);
        observer.seen.forEach(shown -> assertAgrees(shown, run, result));
    }

    @Test
    void aRunIsShownUntilItDivergesAndItsNeighbourToTheEnd() {
        var calm = models().toList().get(3);
        var wild = calm.with(new Optimizer.Momentum(1e100, 0.9), EPOCHS);
        var observer = SeenStates.ofEveryEpoch();
        var results = train(List.of(wild, calm), Kernels.scalar(2), observer);
        int diverged = results.getFirst().trajectory().divergedEpoch().orElseThrow();
        assertThat(diverged).isBetween(1, EPOCHS);
        assertThat(observer.of(0)).hasSize(2 * diverged);
        assertSameStates(seenAlone(calm).of(0), observer.of(1));
    }

    @Test
    void newtonShowsItsIterationsAndTheFit() {
        var run = TestRun.of(ModelKind.LOGISTIC, TestData.gaussian(2, 2, 90, 30, 14))
                .with(new Optimizer.Newton(), 100);
        var every = SeenStates.ofEveryEpoch();
        var result = NewtonTrainer.train(run.input(), every);
        assertThat(every.seen).hasSize(2 * result.trajectory().length());
        every.seen.forEach(shown -> assertAgrees(shown, run, result));
        var last = SeenStates.ofLast();
        NewtonTrainer.train(run.input(), last);
        assertThat(last.seen)
                .extracting(SeenStates.Seen::epoch)
                .containsOnly(result.trajectory().length() - 1);
    }

    /** z = 0: both probabilities are 1/2, which is not above a half; z = 800: exp(-800) is 0 here. */
    @Test
    void oneLogitMakesTwoClasses() {
        var states = ExampleStates.ofOneLogit(new double[] {0, 800, -800, 1e-17}, new int[] {1, 0, 0, 1});
        assertThat(states.predictions()).containsExactly(0, 1, 0, 0);
        assertThat(states.losses()).containsExactly(StrictMath.log(2), 800, 0, StrictMath.log(2));
        assertThat(states.logits()).containsExactly(0, 0, 0, 800, 0, -800, 0, 1e-17);
        assertThat(states.probabilities()).containsExactly(0.5, 0.5, 0, 1, 1, 0, 0.5, 0.5);
    }

    /** exp(-ln 2 * k) = 2^-k: logits 0, ln 2, ln 4 have odds 1 : 2 : 4. */
    @Test
    void theFirstOfEqualLogitsWins() {
        double ln2 = StrictMath.log(2);
        var states = ExampleStates.ofLogits(new double[] {0, ln2, 2 * ln2, 5, 5, 5}, new int[] {0, 2});
        assertThat(states.predictions()).containsExactly(2, 0);
        assertThat(states.losses()[0]).isCloseTo(StrictMath.log(7), within(1e-15));
        assertThat(states.losses()[1]).isCloseTo(StrictMath.log(3), within(1e-15));
        assertThat(states.probabilities()[0]).isCloseTo(1.0 / 7, within(1e-16));
        assertThat(states.probabilities()[1]).isCloseTo(2.0 / 7, within(1e-16));
        assertThat(states.probabilities()[2]).isCloseTo(4.0 / 7, within(1e-15));
    }
}
