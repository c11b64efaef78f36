package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the refusal of a folder names what was changed. */
final class ScenarioDifferencesTest {
    @Test
    void keysThatMayGrowComeLast() {
        String before = "factors: {data.split: [last]}\nreplicates: 10\nseed: 1\ntraining: {epochs: 4}\n";
        String now = "factors: {data.split: [last, random]}\nreplicates: 12\nseed: 1\ntraining: {epochs: 6}\n";
        assertThat(ScenarioDifferences.between(before, now))
                .containsExactly(
                        "training.epochs is 6 and was 4",
                        "factors.data.split is [last, random] and was [last]",
                        "replicates is 12 and was 10");
    }
}
