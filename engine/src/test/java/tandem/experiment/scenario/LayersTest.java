package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import tandem.training.model.Activation;
import tandem.training.model.Layer;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.model.Model;
import tandem.training.model.Padding;
import tandem.training.model.Shape;

/** The layers that a model lists, and those that its short form stands for. */
class LayersTest {
    private static final String END = "training: {optimizer: {kind: sgd}, epochs: 5}\n";

    private static final Layer RELU = new Layer.Activate(Activation.RELU);

    private static Scenario read(String model) {
        return Texts.read("name: s\ndata: {source: digits}\n" + model + END);
    }

    private static Model model(String model) {
        return read(model).cell(0).conditions().model();
    }

    @Test
    void aListHasEveryLayerWithItsDefaults() {
        var model = model("""
            model:
              kind: layers
              image: [8, 4, 2]
              layers:
                - {kind: convolution, filters: 4, size: 3}
                - {kind: convolution, filters: 4, size: 2, stride: 2, padding: 1, bias: false}
                - {kind: convolution, filters: 4, size: 1, padding: same}
                - {kind: batch_normalization}
                - {kind: batch_normalization, form: pytorch}
                - {kind: batch_normalization, momentum: 0.5, epsilon: 0.25}
                - {kind: tanh}
                - {kind: max_pooling, size: 2, stride: 1}
                - {kind: auxiliary, weight: 0.3}
                - {kind: flatten}
                - {kind: dropout, rate: 0.5}
                - {kind: dense, units: 3, bias: false}
              bias: false
            """);
        assertThat(model.image()).contains(Shape.image(8, 4, 2));
        assertThat(model.bias()).isFalse();
        assertThat(model.layers())
                .containsExactly(
                        new Layer.Convolution(4, 3, 1, new Padding.Border(0), true),
                        new Layer.Convolution(4, 2, 2, new Padding.Border(1), false),
                        new Layer.Convolution(4, 1, 1, new Padding.Same(), true),
                        // Keras 3: BatchNormalization(momentum=0.99, epsilon=0.001).
                        new Layer.BatchNormalization(NormalizationForm.KERAS, 0.99, 1e-3),
                        // PyTorch 2: BatchNorm2d(eps=1e-05, momentum=0.1).
                        new Layer.BatchNormalization(NormalizationForm.PYTORCH, 0.1, 1e-5),
                        new Layer.BatchNormalization(NormalizationForm.KERAS, 0.5, 0.25),
                        new Layer.Activate(Activation.TANH),
                        new Layer.Pooling(Layer.Pool.MAX, 2, 1),
                        new Layer.Auxiliary(0.3, true),
                        new Layer.Flatten(),
                        new Layer.Dropout(0.5),
                        new Layer.Dense(3, false));
    }

    @Test
    void anMlpThatAsksForNothingMoreIsWhatItWas() {
        var plain = read("model: {kind: mlp, hidden: [4, 3], activation: tanh}\n");
        var none = read("model: {kind: mlp, hidden: [4, 3], activation: tanh, batch_normalization: none, dropout: 0,"
                + " auxiliary: none}\n");
        assertThat(plain.cell(0).conditions().model().layers())
                .isEqualTo(Model.dense(ImmutableList.of(4, 3), Activation.TANH, true))
                .isEqualTo(none.cell(0).conditions().model().layers());
        assertThat(plain.cell(0).resolvedText()).contains("""
            model:
              kind: mlp
              hidden: [4, 3]
              activation: tanh
              bias: true
              initializer: glorot_uniform
            training:
            """);
    }

    @Test
    void theExtrasOfAnMlpStandInTheOrderOfEachHiddenLayer() {
        var model = model("model: {kind: mlp, hidden: [4, 3, 2], batch_normalization: {form: pytorch}, dropout: 0.1,"
                + " auxiliary: {weight: 0.3}, bias: false}\n");
        var normalization = new Layer.BatchNormalization(NormalizationForm.PYTORCH, 0.1, 1e-5);
        var dropout = new Layer.Dropout(0.1);
        var auxiliary = new Layer.Auxiliary(0.3, false);
        assertThat(model.layers())
                .containsExactly(
                        new Layer.Dense(4, false),
                        normalization,
                        RELU,
                        dropout,
                        auxiliary,
                        new Layer.Dense(3, false),
                        normalization,
                        RELU,
                        dropout,
                        auxiliary,
                        new Layer.Dense(2, false),
                        normalization,
                        RELU,
                        dropout);
    }

    @Test
    void aCnnIsConvolutionsThenDenseLayers() {
        var model = model("model: {kind: cnn, image: [16, 16], filters: [4, 2], padding: valid, pooling: average,"
                + " hidden: [5], dropout: 0.5, auxiliary: {weight: 1, after: [2, 3]}}\n");
        var pooling = new Layer.Pooling(Layer.Pool.AVERAGE, 2, 2);
        var dropout = new Layer.Dropout(0.5);
        var auxiliary = new Layer.Auxiliary(1, true);
        assertThat(model.image()).contains(Shape.image(16, 16, 1));
        assertThat(model.layers())
                .containsExactly(
                        new Layer.Convolution(4, 3, 1, new Padding.Border(0), true),
                        RELU,
                        pooling,
                        dropout,
                        new Layer.Convolution(2, 3, 1, new Padding.Border(0), true),
                        RELU,
                        pooling,
                        dropout,
                        auxiliary,
                        new Layer.Flatten(),
                        new Layer.Dense(5, true),
                        RELU,
                        dropout,
                        auxiliary);
    }

    @Test
    void everyExtraIsAFactorWhoseLevelMayBeNone() {
        var scenario = Texts.read("""
            name: s
            data: {source: digits}
            model: {kind: mlp, hidden: [4, 3]}
            training: {optimizer: {kind: sgd}, epochs: 5}
            factors:
              model.batch_normalization: [none, {form: keras}, {form: pytorch, momentum: 0.5}]
              model.dropout: [0, 0.25]
              model.auxiliary: [none, {weight: 0.3}]
            """);
        assertThat(scenario.grid().cellCount()).isEqualTo(12);
        assertThat(scenario.cell(0).conditions().model().layers())
                .isEqualTo(Model.dense(ImmutableList.of(4, 3), Activation.RELU, true));
        assertThat(scenario.cell(11).levels())
                .containsExactly("{form: pytorch, momentum: 0.5}", "0.25", "{weight: 0.3}");
        assertThat(scenario.cell(11).conditions().model().layers())
                .startsWith(
                        new Layer.Dense(4, true),
                        new Layer.BatchNormalization(NormalizationForm.PYTORCH, 0.5, 1e-5),
                        RELU,
                        new Layer.Dropout(0.25),
                        new Layer.Auxiliary(0.3, true));
        assertThat(Texts.read(scenario.resolvedYaml()).cell(11)).isEqualTo(scenario.cell(11));
    }

    @Test
    void aListAsALevelReadsBackFromTheResolvedScenario() {
        var scenario = Texts.read("""
            name: s
            data: {source: digits}
            model: {kind: softmax}
            training: {optimizer: {kind: sgd}, epochs: 5}
            factors:
              net:
                flat: {}
                deep:
                  model.kind: layers
                  model.image: [8, 8]
                  model.layers:
                    - {kind: max_pooling}
                    - kind: flatten
                    - {kind: batch_normalization}
            """);
        assertThat(scenario.resolvedYaml())
                .contains(
                        "- {kind: max_pooling, size: 2}\n",
                        "- {kind: flatten}\n",
                        "- {kind: batch_normalization, form: keras, momentum: 0.99, epsilon: 0.001}\n");
        var again = Texts.read(scenario.resolvedYaml());
        assertThat(again.resolvedYaml()).isEqualTo(scenario.resolvedYaml());
        assertThat(again.cell(1)).isEqualTo(scenario.cell(1));
    }

    @Test
    void theMasksOfDropoutCanBeHeld() {
        var scenario = Texts.read(Texts.HEAD + "replicates: {count: 2, hold: [dropout]}\n");
        assertThat(scenario.replicates().hold()).containsExactly(Purpose.DROPOUT);
    }
}
