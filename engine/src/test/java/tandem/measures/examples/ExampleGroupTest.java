package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExampleGroupTest {

    @Test
    void theFirstGroupThatAppliesCounts() {
        assertThat(ExampleGroup.firstOf(true, true, true)).isEqualTo(ExampleGroup.MISLABELLED);
        assertThat(ExampleGroup.firstOf(false, true, true)).isEqualTo(ExampleGroup.OUTLIER);
        assertThat(ExampleGroup.firstOf(false, false, true)).isEqualTo(ExampleGroup.DUPLICATE);
        assertThat(ExampleGroup.firstOf(false, false, false)).isEqualTo(ExampleGroup.CLEAN);
    }

    @Test
    void everyCopyOfAnExampleIsADuplicate() {
        double[] features = {1, 2, 3, 4, 1, 2, 2, 1, 1, 2, 3, Math.nextUp(4)};
        assertThat(Duplicates.in(features, 2)).containsExactly(true, false, true, false, true, false);
        assertThat(ExampleGroup.ofFeatures(features, 2))
                .containsExactly(
                        ExampleGroup.DUPLICATE,
                        ExampleGroup.CLEAN,
                        ExampleGroup.DUPLICATE,
                        ExampleGroup.CLEAN,
                        ExampleGroup.DUPLICATE,
                        ExampleGroup.CLEAN);
    }

    @Test
    void theSignOfZeroMakesNoDifference() {
        assertThat(Duplicates.in(new double[] {0, 5, -0.0, 5}, 2)).containsExactly(true, true);
    }

    @Test
    void marksAreThoseOfComparingEveryPair() {
        var random = new SplittableRandom(3);
        for (int n = 0; n < 60; n++) {
            double[] features = random.ints(3L * n, 0, 4).asDoubleStream().toArray();
            boolean[] marks = Duplicates.in(features, 3);
            assertThat(marks).hasSize(n);
            for (int i = 0; i < n; i++) {
                assertThat(marks[i]).isEqualTo(hasTwin(features, i, n));
            }
        }
    }

    private static boolean hasTwin(double[] features, int i, int n) {
        for (int j = 0; j < n; j++) {
            boolean equal = features[3 * i] == features[3 * j]
                    && features[3 * i + 1] == features[3 * j + 1]
                    && features[3 * i + 2] == features[3 * j + 2];
            if (j != i && equal) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aPartOfAnExampleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Duplicates.in(new double[5], 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Duplicates.in(new double[5], 0));
    }

    @Test
    void namesAreThoseOfTables() {
        assertThat(ExampleGroup.values())
                .extracting(ExampleGroup::text)
                .containsExactly("mislabelled", "outlier", "duplicate", "clean");
        assertThat(Transition.values())
                .extracting(Transition::text)
                .containsExactly("stays_right", "stays_wrong", "becomes_right", "becomes_wrong");
    }
}
