package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tandem.analysis.report.ScenarioChanges.Change;

final class ScenarioChangesTest {
    private static ScenarioTree scenario(String yaml) {
        return new ScenarioTree(ScenarioTree.map(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
    }

    @Test
    void changedKeysAreNamedByTheirPathsWithBothValues() {
        var before = scenario("""
            name: a
            question: Is it so?
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, epochs: 5, clip: none}
            factors: {model.hidden: [[4], [8]]}
            claims: [{name: x}]
            """);
        var after = scenario("""
            name: b
            training: {optimizer: {kind: sgd, learning_rate: 1.0E-4}, epochs: 5, clip: {norm: 1}}
            factors: {model.hidden: [[4]]}
            """);
        assertThat(ScenarioChanges.between(before, after))
                .containsExactly(
                        new Change("training.optimizer.learning_rate", "0.1", "0.0001"),
                        new Change("training.clip", "none", "not there"),
                        new Change("factors.model.hidden", "[[4], [8]]", "[[4]]"),
                        new Change("training.clip.norm", "not there", "1"));
    }

    @Test
    void aScenarioDoesNotDifferFromItself() {
        var scenario = scenario("training: {epochs: 5}");
        assertThat(ScenarioChanges.between(scenario, scenario)).isEmpty();
    }

    @Test
    void anotherThresholdThanOneHalfIsFoundWhereverItStands() {
        assertThat(Thresholds.areHalf(scenario("model: {kind: logistic, threshold: 0.5}")))
                .isTrue();
        assertThat(Thresholds.areHalf(scenario("model: {kind: logistic, threshold: 0.1}")))
                .isFalse();
        assertThat(Thresholds.areHalf(scenario("factors: {model.threshold: [0.5, 0.1]}")))
                .isFalse();
        assertThat(Thresholds.areHalf(scenario("factors: {rule: {half: {}, tenth: {model.threshold: 0.1}}}")))
                .isFalse();
        assertThat(Thresholds.areHalf(scenario("factors: {rule: {half: {}}}"))).isTrue();
    }
}
