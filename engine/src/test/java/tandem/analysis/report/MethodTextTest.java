package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class MethodTextTest {
    private static ScenarioTree scenario(String yaml) {
        var settings = LoadSettings.builder().build();
        return new ScenarioTree(ScenarioTree.map(new Load(settings).loadFromString(yaml)));
    }

    @Test
    void settingsAreToldWithoutWhatIsAbsentAndWithWhatIsVaried() {
        var method = MethodText.of(scenario("""
            data: {source: iris, validation: 0.2}
            model: {kind: mlp, hidden: [8]}
            training:
              optimizer: {kind: adam, learning_rate: 5.0E-4, epsilon: 1.0E-8}
              clip: none
              penalty: {l2: 0.0, l1: 0.0, bias: false}
              epochs: 200
            factors: {data.split: [last, stratified]}
            replicates: 20
            seed: 7
            """));
        assertThat(method)
                .containsEntry("Data", "source iris; validation 0.2.")
                .containsEntry("Model", "mlp; hidden [8].")
                .containsEntry("Training", "optimizer: adam, learning rate 0.0005, epsilon 0.00000001; epochs 200.")
                .containsEntry(
                        "Varied", "data.split: last, stratified. Every combination that is not excluded is a cell.")
                .doesNotContainKey("Corruption");
        assertThat(method.get("Repeated")).startsWith("replicates: 20, from master seed 7.");
    }

    @Test
    void aFactorIsSaidToVaryWhereItStands() {
        var method = MethodText.of(scenario("""
            training: {optimizer: {kind: sgd, learning_rate: 0.1}}
            factors: {training.optimizer.learning_rate: {from: 0.1, to: 1, step: 0.1}}
            """));
        assertThat(method)
                .containsEntry("Training", "optimizer: sgd, learning rate varied.")
                .containsEntry(
                        "Varied",
                        "training.optimizer.learning rate: from 0.1, to 1, step 0.1. Every combination that is not"
                                + " excluded is a cell.");
    }

    @Test
    void layersAreCalledByTheirKind() {
        var method = MethodText.of(scenario("""
            model:
              kind: layers
              image: [8, 8]
              layers:
                - {kind: convolution, filters: 4, size: 3}
                - {kind: relu}
                - {kind: batch_normalization, momentum: 0.990}
              bias: true
            """));
        assertThat(method)
                .containsEntry(
                        "Model",
                        "layers; image [8, 8]; layers [convolution (filters 4, size 3), relu, batch normalization"
                                + " (momentum 0.99)]; bias true.");
    }
}
