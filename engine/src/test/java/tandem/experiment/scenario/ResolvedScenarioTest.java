package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.training.data.Size;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Loss;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.SampleWeights;
import tandem.training.optimizer.Schedule;
import tandem.training.optimizer.Training;

class ResolvedScenarioTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "factors: {training.epochs: {from: 1, to: 3, step: 1}, training.penalty.l2: {from: 1e-3, to: 1, count:"
                        + " 4, scale: log}}\n",
                "factors: {training.optimizer.kind: [sgd, adam, newton]}\n",
                "factors: {training.optimizer: [{kind: sgd}, {kind: adam, form: pytorch}], data.train: [0.5, 20]}\n",
                "factors: {model: [{kind: softmax}, {kind: mlp, hidden: [3]}], data.standardize: [all, none]}\n",
                "factors: {help: {none: {}, b: {training.clip: {norm: 1}, training.class_weights: {'1': 2, 'a: b':"
                        + " 0}}}}\n"
                        + "exclude: [{help: none}]\n",
                "record: {examples: true, paths: [7, 0], attribution: {every: 3}, measures: all}\n",
                "question: 'Is \"it\" so: yes, or no? # really'\nreplicates: {count: 3, hold: [data]}\nseed: -1\n",
                "stopping: {patience: [5, 20]}\n",
                "factors: {training.sample_weights: [none], data.standardize: [all, none]}\n",
            })
    void theResolvedScenarioReadsBackToTheSameCells(String more) {
        var scenario = Texts.read(Texts.HEAD + more);
        var again = Texts.read(scenario.resolvedYaml());
        assertThat(again.resolvedYaml()).isEqualTo(scenario.resolvedYaml());
        assertThat(again.question()).isEqualTo(scenario.question());
        assertThat(again.replicates()).isEqualTo(scenario.replicates());
        assertThat(again.seed()).isEqualTo(scenario.seed());
        assertThat(again.recording()).isEqualTo(scenario.recording());
        assertThat(again.patience()).isEqualTo(scenario.patience());
        assertThat(again.grid().cellCount()).isEqualTo(scenario.grid().cellCount());
        for (long cell = 0; cell < scenario.grid().cellCount(); cell++) {
            assertThat(again.cell(cell)).isEqualTo(scenario.cell(cell));
        }
    }

    @Test
    void aStartGivenByFactorsIsNotJoinedByAnInitializer() {
        var scenario = Texts.read("""
            name: s
            data: {source: iris}
            model: {kind: logistic}
            training: {optimizer: {kind: none}}
            factors: {model.start.slope: [1, 2], model.start.intercept: [0]}
            """);
        assertThat(scenario.resolvedYaml()).doesNotContain("initializer");
        assertThat(Texts.read(scenario.resolvedYaml()).cell(1)).isEqualTo(scenario.cell(1));
    }

    private static final String DEFAULTS = """
        name: s
        data:
          source: iris
          split: stratified
          split_column: split
          train: rest
          standardize: train
        model:
          kind: softmax
          bias: true
          initializer: glorot_uniform
        training:
          loss:
            kind: cross_entropy
            label_smoothing: 0.0
          optimizer:
            kind: sgd
            learning_rate: 0.01
          schedule:
            kind: constant
          batch_size: 32
          epochs: 5
          penalty:
            l2: 0.0
            l1: 0.0
            bias: false
          clip: none
          class_weights: none
          average: none
        factors: {}
        exclude: []
        replicates: 1
        seed: 20261122
        record:
          examples: false
          paths: []
          measures: default
        stopping:
          patience: [10]
        claims: []
        """;

    @Test
    void everyDefaultIsWrittenOut() {
        assertThat(Texts.read(Texts.HEAD).resolvedYaml()).isEqualTo(DEFAULTS);
    }

    /** Elsewhere it has no meaning and is left out. */
    @Test
    void whereThereAreWeightsTheyCountUnlessTheScenarioSaysOtherwise() {
        String weighted = Texts.HEAD.replace("iris", "my.csv, weight: w");
        var scenario = Texts.read(weighted);
        assertThat(scenario.resolvedYaml())
                .contains("  class_weights: none\n  sample_weights: data\n  average: none\n");
        assertThat(Texts.read(scenario.resolvedYaml()).resolvedYaml()).isEqualTo(scenario.resolvedYaml());
        var spelt = Texts.read(weighted.replace("epochs: 5", "epochs: 5, sample_weights: data"));
        assertThat(spelt.cell(0)).isEqualTo(scenario.cell(0));
        var varied = Texts.read(weighted + "factors: {training.sample_weights: [none, data]}\n");
        assertThat(varied.cell(0).conditions().training().sampleWeights()).isEqualTo(SampleWeights.NONE);
        assertThat(varied.cell(1).conditions()).isEqualTo(scenario.cell(0).conditions());
        assertThat(varied.cell(0).conditions().data())
                .isEqualTo(varied.cell(1).conditions().data());
    }

    @Test
    void patienceIsTenEpochsUnlessItIsGiven() {
        assertThat(Texts.read(Texts.HEAD).patience()).containsExactly(10);
        assertThat(Texts.read(Texts.HEAD + "stopping: {}\n").patience()).containsExactly(10);
        assertThat(Texts.read(Texts.HEAD + "stopping: {patience: [20, 5, 020]}\n")
                        .patience())
                .containsExactly(20, 5);
    }

    @Test
    void equalConditionsHaveEqualTextHoweverTheyAreWritten() {
        var plain = Texts.read(Texts.HEAD).cell(0);
        var spelt = Texts.read("""
            training: {epochs: 05, optimizer: {learning_rate: 1.0e-2, kind: "sgd"}, batch_size: +32}
            model: {bias: true, kind: 'softmax'}
            data: {"source": "iris"}
            name: s
            """);
        assertThat(spelt.cell(0).resolvedText()).isEqualTo(plain.resolvedText());
    }

    @Test
    void defaultsDependOnTheOptimizer() {
        assertThat(training("{kind: adam}, epochs: 1").optimizer())
                .isEqualTo(new Optimizer.Adam(0.001, 0.9, 0.999, 1e-7, Optimizer.AdamForm.KERAS));
        assertThat(training("{kind: adam, form: pytorch}, epochs: 1").optimizer())
                .isEqualTo(new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8, Optimizer.AdamForm.PYTORCH));
        assertThat(training("{kind: momentum}, epochs: 1").optimizer()).isEqualTo(new Optimizer.Momentum(0.01, 0.9));
        assertThat(training("{kind: nesterov}, epochs: 1").optimizer()).isEqualTo(new Optimizer.Nesterov(0.01, 0.9));
        assertThat(training("{kind: rmsprop}, epochs: 1").optimizer())
                .isEqualTo(new Optimizer.RmsProp(0.001, 0.9, 1e-7, Optimizer.AdamForm.KERAS));
        assertThat(training("{kind: rmsprop, form: pytorch}, epochs: 1").optimizer())
                .isEqualTo(new Optimizer.RmsProp(0.001, 0.99, 1e-8, Optimizer.AdamForm.PYTORCH));
        assertThat(training("{kind: adamw}, epochs: 1").optimizer())
                .isEqualTo(new Optimizer.AdamW(
                        new Optimizer.Adam(0.001, 0.9, 0.999, 1e-7, Optimizer.AdamForm.KERAS), 0.004, false));
        assertThat(training("{kind: adamw, form: pytorch, decay_bias: true}, epochs: 1")
                        .optimizer())
                .isEqualTo(new Optimizer.AdamW(
                        new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8, Optimizer.AdamForm.PYTORCH), 0.01, true));
        assertThat(training("{kind: newton}").epochs()).isEqualTo(100);
        assertThat(training("{kind: none}").epochs()).isZero();
    }

    @Test
    void remediesKeepTheirMeaning() {
        String sgd = "{kind: sgd}, epochs: 1, ";
        assertThat(training(sgd + "loss: {kind: cross_entropy}").loss()).isEqualTo(new Loss.CrossEntropy());
        assertThat(training(sgd + "loss: {kind: cross_entropy, label_smoothing: 0.1}")
                        .loss())
                .isEqualTo(new Loss.SmoothedCrossEntropy(0.1));
        assertThat(training(sgd + "loss: {kind: focal}").loss()).isEqualTo(new Loss.Focal(2));
        assertThat(training(sgd + "loss: {kind: generalized_cross_entropy}").loss())
                .isEqualTo(new Loss.GeneralizedCrossEntropy(0.7));
        assertThat(training(sgd + "loss: {kind: mean_absolute_error}").loss()).isEqualTo(new Loss.MeanAbsoluteError());
        assertThat(training(sgd + "loss: {kind: flooding, level: 0.1}").loss()).isEqualTo(new Loss.Flooding(0.1));
        assertThat(training(sgd + "loss: {kind: forward_correction, transition: {rate: 0.2}}")
                        .loss())
                .isEqualTo(new Loss.ForwardCorrection(new Loss.Transition.Symmetric(0.2)));
        assertThat(training(sgd + "loss: {kind: forward_correction, transition: {matrix: [[1, 0], [0.2, 0.8]]}}")
                        .loss())
                .isEqualTo(new Loss.ForwardCorrection(new Loss.Transition.Given(
                        ImmutableList.of(ImmutableDoubleArray.of(1, 0), ImmutableDoubleArray.of(0.2, 0.8)))));
        assertThat(training(sgd + "schedule: {kind: step, every: 3}").schedule())
                .isEqualTo(new Schedule.Step(3, 0.1));
        assertThat(training(sgd + "schedule: {kind: cosine, final: 0.2}").schedule())
                .isEqualTo(new Schedule.Cosine(0.2));
        assertThat(training(sgd + "clip: {per_example: 0.5}").clip()).isEqualTo(new Clip.PerExample(0.5));
        assertThat(training(sgd + "average: {decay: 0.99}").average()).isEqualTo(new Average.Exponential(0.99));
        assertThat(Texts.read(Texts.HEAD.replace("kind: softmax", "kind: logistic, threshold: 0.3"))
                        .cell(0)
                        .conditions()
                        .model()
                        .threshold())
                .isEqualTo(0.3);
    }

    @Test
    void sizesLabelsAndWeightsKeepTheirMeaning() {
        var scenario = Texts.read(Texts.HEAD
                .replace("iris", "my data.csv, label: 7, train: 100, validation: 0.25, test: 1.0")
                .replace("epochs", "class_weights: {no: 2, '1': 0.5}, epochs")
                .replace("100, validation: 0.25, test: 1.0", "100, validation: 0.25, test: 0.5"));
        var conditions = scenario.cell(0).conditions();
        assertThat(conditions.data().train()).isEqualTo(new Size.Count(100));
        assertThat(conditions.data().validation()).contains(new Size.Share(0.25));
        assertThat(conditions.data().label()).contains("7");
        assertThat(conditions.training().classWeights())
                .isEqualTo(new ClassWeights.Given(ImmutableMap.of("no", 2.0, "1", 0.5)));
    }

    @Test
    void aLaterProblemFindsItsPlace() {
        var scenario = Texts.read(Texts.HEAD + "factors:\n  data.split: [last, random]\n");
        assertThat(scenario.problem("data.source", "no such set").toText())
                .isEqualTo("s.yaml:2:16: data.source: no such set");
        assertThat(scenario.problem("data.split", "x").toText()).isEqualTo("s.yaml:6:3: data.split: x");
        assertThat(scenario.problem("data.validation", "x").toText()).isEqualTo("s.yaml:2:1: data.validation: x");
        assertThat(scenario.problem("data.source", "x").excerpt()).isEqualTo("data: {source: iris}");
    }

    @Test
    void aProblemOfACellStandsWhereItsLevelDoes() {
        var scenario = Texts.read(Texts.HEAD + "factors:\n  data.split: [last, random]\n");
        assertThat(scenario.problem(0, "data.split", "x").toText()).isEqualTo("s.yaml:6:16: data.split: x");
        assertThat(scenario.problem(1, "data.split", "x").toText()).isEqualTo("s.yaml:6:22: data.split: x");
        assertThat(scenario.problem(1, "data.source", "x").toText()).isEqualTo("s.yaml:2:16: data.source: x");
    }

    private static Training training(String optimizer) {
        return Texts.read(Texts.HEAD.replace("{kind: sgd}, epochs: 5", optimizer))
                .cell(0)
                .conditions()
                .training();
    }
}
