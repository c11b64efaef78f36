package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class ExamplePathsTest {

    @Test
    void probabilitiesAreKeptFromEpochZeroInTheOrderAskedFor() {
        var paths = new ExamplePaths(ImmutableList.of(2, 0), 2);
        assertThat(paths.lastEpoch()).isEqualTo(-1);
        paths.add(TestOutcomes.ofProbabilities(new int[3], 0.1, 0.9, 0.2, 0.8, 0.3, 0.7));
        paths.add(TestOutcomes.ofProbabilities(new int[3], 0.4, 0.6, 0.5, 0.5, 0.6, 0.4));
        assertThat(paths.lastEpoch()).isEqualTo(1);
        assertThat(paths.positions()).containsExactly(2, 0);
        assertThat(paths.probability(0, 0, 0)).isEqualTo(0.3);
        assertThat(paths.probability(0, 0, 1)).isEqualTo(0.7);
        assertThat(paths.probability(1, 0, 1)).isEqualTo(0.9);
        assertThat(paths.probability(1, 1, 0)).isEqualTo(0.4);
    }

    @Test
    void whatIsNotThereIsRefused() {
        var paths = new ExamplePaths(ImmutableList.of(3), 2);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> paths.add(TestOutcomes.ofLosses(1, 2, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paths.add(TestOutcomes.waves()))
                .withMessage("the paths are of 2 classes, not 3");
    }
}
