package tandem.experiment.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.experiment.grid.Factor;
import tandem.training.optimizer.Optimizer;

class OverridesTest {
    private static final String HELP = Texts.HEAD
            + "factors: {help: {none: {}, some: {training.penalty.l2: 1}, more: {training.penalty.l2: 2}}}\n";

    @Test
    void setChangesOneValue() {
        var scenario = Texts.read(
                Texts.HEAD,
                Texts.set("training.epochs=9", "training.optimizer.learning_rate=0.5", "training.clip={norm: 1}"));
        assertThat(scenario.cell(0).conditions().training().epochs()).isEqualTo(9);
        assertThat(scenario.cell(0).conditions().training().optimizer()).isEqualTo(new Optimizer.Sgd(0.5));
    }

    @Test
    void factorAddsAFactorAtTheEndOrReplacesItsLevelsInPlace() {
        String factors = Texts.HEAD + "factors: {training.epochs: [1, 2], training.batch_size: [3, 4]}\n";
        var scenario = Texts.read(factors, Texts.factor("training.epochs=5,6,7", "training.penalty.l2=0:1:0.5"));
        assertThat(scenario.factors())
                .containsExactly(
                        new Factor("training.epochs", ImmutableList.of("5", "6", "7")),
                        new Factor("training.batch_size", ImmutableList.of("3", "4")),
                        new Factor("training.penalty.l2", ImmutableList.of("0.0", "0.5", "1.0")));
    }

    @Test
    void factorTakesListsRangesAndNamedLevels() {
        assertThat(Texts.read(Texts.HEAD.replace("softmax", "mlp"), Texts.factor("model.hidden=[4],[8, 8]"))
                        .factors())
                .containsExactly(new Factor("model.hidden", ImmutableList.of("[4]", "[8, 8]")));
        assertThat(Texts.read(Texts.HEAD, Texts.factor("training.epochs={from: 1, to: 3, count: 3}"))
                        .factors())
                .containsExactly(new Factor("training.epochs", ImmutableList.of("1", "2", "3")));
        assertThat(Texts.read(HELP, Texts.factor("help=more,none")).factors())
                .containsExactly(new Factor("help", ImmutableList.of("more", "none")));
    }

    @Test
    void levelsMayStandInAListOfTheirOwn() {
        assertThat(Texts.read(Texts.HEAD, Texts.factor("data.label=[\"a'b, c\", '{d: e}']"))
                        .factors())
                .containsExactly(new Factor("data.label", ImmutableList.of("a'b, c", "{d: e}")));
        assertThat(Texts.read(HELP, Texts.factor("help=[more, none]")).factors())
                .containsExactly(new Factor("help", ImmutableList.of("more", "none")));
    }

    @Test
    void aListIsALevelWhereThePathTakesLists() {
        String mlp = Texts.HEAD.replace("softmax", "mlp");
        assertThat(Texts.read(mlp, Texts.factor("model.hidden=[8, 4]")).factors())
                .containsExactly(new Factor("model.hidden", ImmutableList.of("[8, 4]")));
        assertThat(Texts.read(mlp, Texts.factor("model.hidden=[[8, 4]]")).factors())
                .containsExactly(new Factor("model.hidden", ImmutableList.of("[8, 4]")));
        assertThat(problems(mlp, Texts.factor("model.hidden=[4, x]")))
                .singleElement()
                .asString()
                .contains("factors.model.hidden[0][1]");
    }

    @Test
    void replicatesAndSeedReplaceTheFilesOwn() {
        var overrides = new Overrides(ImmutableList.of(), ImmutableList.of(), Optional.of("7"), Optional.of("-3"));
        var scenario = Texts.read(Texts.HEAD + "replicates: {count: 2, hold: [weights, split]}\n", overrides);
        assertThat(scenario.replicates().count()).isEqualTo(7);
        assertThat(scenario.replicates().hold()).containsExactly(Purpose.SPLIT, Purpose.WEIGHTS);
        assertThat(scenario.replicates().streamOf(Purpose.WEIGHTS, 4)).isZero();
        assertThat(scenario.replicates().streamOf(Purpose.ORDER, 4)).isEqualTo(4);
        assertThat(scenario.seed()).isEqualTo(-3);
    }

    @Test
    void mistakesNameTheOptionAndItsText() {
        assertThat(problems(Texts.HEAD, Texts.set("training.epochs=abc")))
                .containsExactly(
                        "--set training.epochs=abc: training.epochs: must be a whole number from 0 to 100000000: abc");
        assertThat(problems(Texts.HEAD, Texts.set("training.epoch=9")))
                .containsExactly(
                        "--set training.epoch=9: training.epoch: unknown path; did you mean 'training.epochs'?");
        assertThat(problems(Texts.HEAD, Texts.set("epochs")))
                .containsExactly("--set epochs: must be path=value, such as --set training.epochs=100");
        assertThat(problems(Texts.HEAD, Texts.set("model.hidden=[4")))
                .containsExactly(
                        "--set model.hidden=[4: is not YAML: a list is not closed; write ']' or separate its items"
                                + " with ','");
        assertThat(problems(Texts.HEAD, Texts.factor("training.epochs=1,x")))
                .containsExactly(
                        "--factor training.epochs=1,x: factors.training.epochs[1]: must be a whole number from 0 to"
                                + " 100000000: x");
        assertThat(problems(HELP, Texts.factor("help=nine")))
                .containsExactly("--factor help=nine: help: has no level 'nine'; its levels are none, some, more");
        var overrides = new Overrides(ImmutableList.of(), ImmutableList.of(), Optional.of("many"), Optional.of("1.5"));
        assertThat(problems(Texts.HEAD, overrides))
                .containsExactly(
                        "--replicates many: replicates: must be a number of at least 1, or {count: 20, hold:"
                                + " [weights]}: many",
                        "--seed 1.5: seed: must be a whole number that fits in 64 bits: 1.5");
    }

    @Test
    void setDoesNotDisappearBehindAFactor() {
        assertThat(problems(Texts.HEAD + "factors: {training.epochs: [1, 2]}\n", Texts.set("training.epochs=9")))
                .containsExactly(
                        "--set training.epochs=9: training.epochs: the factor training.epochs sets it; use --factor"
                                + " training.epochs=...");
    }

    private static List<String> problems(String yaml, Overrides overrides) {
        return Texts.problems(yaml.getBytes(UTF_8), overrides);
    }
}
