package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.experiment.grid.Factor;
import tandem.training.model.Activation;
import tandem.training.model.Model;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Training;

class FactorsTest {

    @Test
    void stepsAreTheDoublesNearestToTheirDecimals() {
        // Adding 0.1 again and again gives 0.30000000000000004 and 0.7999999999999999.
        assertThat(levels("training.penalty.l2: {from: 0, to: 1, step: 0.1}"))
                .containsExactly("0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0");
    }

    @Test
    void stepsMayGoDown() {
        assertThat(levels("training.epochs: {from: 9, to: 1, step: -4}")).containsExactly("9", "5", "1");
    }

    @Test
    void aCountDividesTheDistanceEvenly() {
        assertThat(levels("training.epochs: {from: 1, to: 10, count: 4}")).containsExactly("1", "4", "7", "10");
        assertThat(levels("training.penalty.l2: {from: 0, to: 0.3, count: 4}"))
                .containsExactly("0.0", "0.1", "0.2", "0.3");
    }

    @Test
    void logarithmicLevelsHaveExactEndsAndEvenRatios() {
        var levels = levels("training.penalty.l2: {from: 1e-5, to: 0.1, count: 9, scale: log}");
        assertThat(levels).hasSize(9).startsWith("1.0E-5").endsWith("0.1");
        for (int i = 1; i < levels.size(); i++) {
            double ratio = Double.parseDouble(levels.get(i)) / Double.parseDouble(levels.get(i - 1));
            // 10^(1/2), since 8 ratios make 10^4; StrictMath errs by an ulp of the logarithm.
            assertThat(ratio).isBetween(3.1622776601683795 - 1e-13, 3.1622776601683795 + 1e-13);
        }
    }

    @Test
    void decimalsOfARangeStaySharesAndWholeNumbersCounts() {
        assertThat(levels("data.train: {from: 0.5, to: 1.0, step: 0.25}")).containsExactly("0.5", "0.75", "1.0");
        assertThat(levels("data.train: {from: 50, to: 100, step: 25}")).containsExactly("50", "75", "100");
    }

    @Test
    void listsAndMappingsCanBeLevels() {
        var scenario = Texts.read(Texts.HEAD.replace("softmax", "mlp")
                + "factors: {model.hidden: [[4], [8, 8]], training.clip: [none, {norm: 1}, {value: 2}]}\n");
        assertThat(scenario.factors())
                .containsExactly(
                        new Factor("model.hidden", list("[4]", "[8, 8]")),
                        new Factor("training.clip", list("none", "{norm: 1}", "{value: 2}")));
        var last = scenario.cell(5).conditions();
        assertThat(last.model().layers()).isEqualTo(Model.dense(ImmutableList.of(8, 8), Activation.RELU, true));
        assertThat(last.training().clip()).isEqualTo(new Clip.ByValue(2));
    }

    @Test
    void theLastFactorVariesFastest() {
        var scenario = Texts.read(Texts.HEAD + "factors: {training.epochs: [1, 2], training.batch_size: [full, 3]}\n");
        assertThat(List.of(
                        scenario.cell(0).levels(),
                        scenario.cell(1).levels(),
                        scenario.cell(2).levels()))
                .containsExactly(list("1", "full"), list("1", "3"), list("2", "full"));
        assertThat(scenario.cell(0).conditions().training().batchSize()).isEqualTo(Training.FULL_BATCH);
    }

    @Test
    void aVariantSetsSeveralPathsAndItsNameIsTheLevel() {
        var scenario = Texts.read(Texts.HEAD
                + "factors: {help: {none: {}, strong: {training.penalty.l2: 0.5, training.optimizer: {kind:"
                + " adam, form: pytorch}}}}\n");
        assertThat(scenario.factors()).containsExactly(new Factor("help", list("none", "strong")));
        var strong = scenario.cell(1).conditions().training();
        assertThat(strong.penalty().l2()).isEqualTo(0.5);
        assertThat(strong.optimizer())
                .isEqualTo(new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8, Optimizer.AdamForm.PYTORCH));
        assertThat(scenario.cell(0).conditions().training().optimizer()).isEqualTo(new Optimizer.Sgd(0.01));
    }

    @Test
    void anExclusionLeavesOutWhatAllItsLevelsMatch() {
        var scenario = Texts.read(Texts.HEAD
                + "factors: {training.epochs: [1, 2, 3], help: {a: {}, b: {}}}\n"
                + "exclude: [{training.epochs: 2, help: b}, {training.epochs: 3}]\n");
        assertThat(scenario.grid().cellCount()).isEqualTo(3);
        assertThat(List.of(
                        scenario.cell(0).levels(),
                        scenario.cell(1).levels(),
                        scenario.cell(2).levels()))
                .containsExactly(list("1", "a"), list("1", "b"), list("2", "a"));
    }

    @Test
    void anExclusionMayRemoveAContradiction() {
        String factors = "factors: {training.optimizer.kind: [sgd, newton], training.penalty.l1: [0, 0.5]}\n";
        assertThat(Texts.problems(Texts.HEAD + factors)).hasSize(1);
        String exclude = "exclude: [{training.optimizer.kind: newton, training.penalty.l1: 0.50}]\n";
        assertThat(Texts.read(Texts.HEAD + factors + exclude).grid().cellCount())
                .isEqualTo(3);
    }

    @Test
    void aContradictionAmongManyNumbersIsFound() {
        String factors =
                "factors: {training.epochs: {from: 0, to: 1000, step: 1}, training.penalty.l2: {from: 0, to: 1, step:"
                        + " 0.001}}\n";
        assertThat(Texts.problems(Texts.HEAD + factors))
                .singleElement()
                .asString()
                .contains("training.epochs = 0;");
    }

    private static ImmutableList<String> list(String... items) {
        return ImmutableList.copyOf(items);
    }

    private static List<String> levels(String factor) {
        return Texts.read(Texts.HEAD + "factors: {" + factor + "}\n")
                .factors()
                .getFirst()
                .levels();
    }
}
