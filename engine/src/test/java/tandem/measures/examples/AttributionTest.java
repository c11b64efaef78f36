package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tandem.measures.Outcomes;
import tandem.measures.examples.Attribution.Term;
import tandem.measures.examples.AttributionRecorder.Interval;

class AttributionTest {
    private static final ImmutableList<ExampleGroup> FOUR_CLEAN =
            ImmutableList.of(ExampleGroup.CLEAN, ExampleGroup.CLEAN, ExampleGroup.CLEAN, ExampleGroup.CLEAN);

    private static final ImmutableList<ExampleGroup> ALL_GROUPS = ImmutableList.copyOf(ExampleGroup.values());

    private static Outcomes state(String decisions, double... losses) {
        boolean[] right = new boolean[decisions.length()];
        for (int i = 0; i < right.length; i++) {
            right[i] = decisions.charAt(i) == 'r';
        }
        return TestOutcomes.ofDecisions(right, losses);
    }

    private static ImmutableList<ExampleGroup> groups(long seed, int n) {
        return new SplittableRandom(seed)
                .ints(n, 0, 4)
                .mapToObj(ALL_GROUPS::get)
                .collect(ImmutableList.toImmutableList());
    }

    private static double sum(Attribution attribution) {
        return attribution.terms().stream().mapToDouble(Term::lossChange).sum();
    }

    @Test
    void everyExampleGoesIntoItsTerm() {
        // right -> right, wrong -> wrong, wrong -> right, right -> wrong, and a mislabelled right -> right
        var before = state("rwwrr", 0.5, 1, 0.75, 0.25, 0.5);
        var after = state("rwrwr", 0.25, 3, 0.5, 1.25, 0.5);
        var groups = ImmutableList.of(
                ExampleGroup.CLEAN,
                ExampleGroup.OUTLIER,
                ExampleGroup.CLEAN,
                ExampleGroup.DUPLICATE,
                ExampleGroup.MISLABELLED);
        var attribution = Attribution.between(before, after, groups);
        assertThat(attribution.terms())
                .containsExactly(
                        new Term(Transition.STAYS_RIGHT, ExampleGroup.MISLABELLED, 0, 1, 0),
                        new Term(Transition.STAYS_RIGHT, ExampleGroup.CLEAN, 0, 1, -0.25 / 5),
                        new Term(Transition.STAYS_WRONG, ExampleGroup.OUTLIER, 0, 1, 2.0 / 5),
                        new Term(Transition.BECOMES_RIGHT, ExampleGroup.CLEAN, 0, 1, -0.25 / 5),
                        new Term(Transition.BECOMES_WRONG, ExampleGroup.DUPLICATE, 0, 1, 1.0 / 5));
        assertThat(attribution.lossChange()).isEqualTo(2.5 / 5);
        assertThat(attribution.accuracyChange()).isEqualTo(0);
    }

    @Test
    void classesAreKeptApart() {
        var before = TestOutcomes.ofLogits(new int[] {2, 0, 2}, 0, 0, 1, 1, 0, 0, 1, 0, 0);
        var after = TestOutcomes.ofLogits(new int[] {2, 0, 2}, 0, 0, 1, 2, 0, 0, 0, 0, 2);
        var attribution = Attribution.between(before, after, FOUR_CLEAN.subList(0, 3));
        assertThat(attribution.terms())
                .extracting(Term::transition, Term::label, Term::examples)
                .containsExactly(
                        tuple(Transition.STAYS_RIGHT, 0, 1),
                        tuple(Transition.STAYS_RIGHT, 2, 1),
                        tuple(Transition.BECOMES_RIGHT, 2, 1));
        assertThat(attribution.accuracyChange()).isEqualTo(1.0 / 3);
    }

    @Test
    void lossAndAccuracyCanRiseTogether() {
        // probabilities of the label (.49, .49, .49, .90) -> (.51, .51, .51, .01)
        var before = state(
                "wwwr", -StrictMath.log(0.49), -StrictMath.log(0.49), -StrictMath.log(0.49), -StrictMath.log(0.9));
        var after = state(
                "rrrw", -StrictMath.log(0.51), -StrictMath.log(0.51), -StrictMath.log(0.51), -StrictMath.log(0.01));
        var attribution = Attribution.between(before, after, FOUR_CLEAN);
        assertThat(attribution.accuracyChange()).isEqualTo(0.5);
        // 1.6563 - 0.5614 in all: three examples take 0.75 ln(49 / 51) away, one adds ln(90) / 4
        assertThat(attribution.lossChange()).isCloseTo(1.6563 - 0.5614, within(1e-4));
        assertThat(attribution.terms().get(0).lossChange()).isCloseTo(0.75 * StrictMath.log(49.0 / 51), within(1e-15));
        assertThat(attribution.terms().get(1).lossChange()).isCloseTo(StrictMath.log(90) / 4, within(1e-15));
    }

    @Test
    void termsSumToTheChangeOfTheLoss() {
        for (int seed = 0; seed < 200; seed++) {
            int n = 1 + 7 * seed;
            int classCount = 2 + seed % 9;
            double scale = StrictMath.pow(10, seed % 8 - 3);
            var before = TestOutcomes.random(seed, n, classCount, 1);
            var after = sameLabels(before, TestOutcomes.random(~seed, n, classCount, scale));
            var attribution = Attribution.between(before, after, groups(seed, n));
            double change = TestOutcomes.meanLoss(after) - TestOutcomes.meanLoss(before);
            double tolerance =
                    1e-12 * Math.max(1, Math.max(TestOutcomes.meanLoss(after), TestOutcomes.meanLoss(before)));
            assertThat(sum(attribution)).isCloseTo(change, within(tolerance));
            assertThat(attribution.lossChange()).isCloseTo(change, within(tolerance));
            assertThat(attribution.terms().stream().mapToInt(Term::examples).sum())
                    .isEqualTo(n);
        }
    }

    private static Outcomes sameLabels(Outcomes labelled, Outcomes other) {
        int[] labels = new int[labelled.count()];
        double[] logits = new double[labels.length * labelled.classCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labelled.label(i);
            for (int k = 0; k < labelled.classCount(); k++) {
                logits[i * labelled.classCount() + k] = other.logit(i, k);
            }
        }
        return TestOutcomes.ofLogits(labels, logits);
    }

    @Test
    void aHugeLossDoesNotSwallowTheOthers() {
        // 1e16 comes and 0.5 four times, then 1e16 goes: a plain sum would lose the halves
        var before = state("wwwwww", 0, 0, 0, 0, 0, 1e16);
        var after = state("wwwwww", 1e16, 0.5, 0.5, 0.5, 0.5, 0);
        var clean = ImmutableList.copyOf(Collections.nCopies(6, ExampleGroup.CLEAN));
        assertThat(Attribution.between(before, after, clean).lossChange()).isEqualTo(2.0 / 6);
    }

    @Test
    void theLastIntervalMayBeShorter() {
        var recorder = new AttributionRecorder(2, FOUR_CLEAN);
        assertThat(recorder.wants(0)).isTrue();
        assertThat(recorder.wants(3)).isFalse();
        Outcomes[] states = {
            state("wwww", 1, 1, 1, 1),
            state("rwww", 0.5, 1, 1, 1),
            state("rrww", 0.5, 0.5, 1, 1),
            state("rrrr", 0, 0, 0, 0)
        };
        recorder.add(0, states[0]);
        assertThat(recorder.intervals()).isEmpty();
        recorder.add(2, states[1]);
        recorder.add(4, states[2]);
        recorder.add(5, states[3]);
        assertThat(recorder.intervals())
                .containsExactly(
                        new Interval(0, 2, Attribution.between(states[0], states[1], FOUR_CLEAN)),
                        new Interval(2, 4, Attribution.between(states[1], states[2], FOUR_CLEAN)),
                        new Interval(4, 5, Attribution.between(states[2], states[3], FOUR_CLEAN)));
    }

    @Test
    void aLeftOutEpochIsRefused() {
        var state = state("wwww", 1, 1, 1, 1);
        var recorder = new AttributionRecorder(10, FOUR_CLEAN);
        assertThatIllegalArgumentException().isThrownBy(() -> recorder.add(10, state));
        recorder.add(0, state);
        assertThatIllegalArgumentException().isThrownBy(() -> recorder.add(0, state));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.add(20, state))
                .withMessage("epoch 20 does not follow 0 by at most 10");
    }

    @Test
    void otherExamplesAreRefused() {
        var four = state("wwww", 1, 1, 1, 1);
        var three = state("www", 1, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Attribution.between(four, three, FOUR_CLEAN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.between(four, four, FOUR_CLEAN.subList(0, 3)));
    }
}
