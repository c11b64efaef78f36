package tandem.training.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.training.random.RandomStream;

class ExamplesTest {
    private static final int COUNT = 30;

    /** Feature 0 of example i is i. */
    private static DataSet numbered() {
        double[] features = new double[COUNT];
        int[] labels = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            features[i] = i;
            labels[i] = i % 3 == 0 ? 1 : 0;
        }
        return new DataSet(
                ImmutableList.of("x"),
                ImmutableList.of("a", "b"),
                new Examples(1, features, labels),
                ImmutableList.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "STRATIFIED", "LAST"})
    void anExampleIsKnownByItsRowOfTheSourceInEverySplit(SplitKind kind) {
        var sizes = new SplitSizes(new Size.Count(9), Optional.of(new Size.Count(8)), Optional.of(new Size.Count(6)));
        var prepared = new Preparation(kind, sizes, Standardize.NONE).of(numbered(), new RandomStream(4));
        assertThat(prepared.splits()).hasSize(3);
        prepared.splits().values().forEach(examples -> {
            for (int i = 0; i < examples.count(); i++) {
                assertThat((double) examples.ids()[i]).isEqualTo(examples.features()[i]);
            }
        });
        var standardized = new Preparation(kind, sizes, Standardize.ALL).of(numbered(), new RandomStream(4));
        prepared.splits()
                .forEach((split, examples) -> assertThat(
                                requireNonNull(standardized.splits().get(split)).ids())
                        .containsExactly(examples.ids()));
    }
}
