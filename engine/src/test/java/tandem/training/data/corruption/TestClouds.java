package tandem.training.data.corruption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import tandem.training.data.Examples;
import tandem.training.data.GaussianClasses;
import tandem.training.data.Preparation;
import tandem.training.data.PreparedData;
import tandem.training.data.Size;
import tandem.training.data.Split;
import tandem.training.data.SplitKind;
import tandem.training.data.SplitSizes;
import tandem.training.data.Standardize;
import tandem.training.random.RandomStream;

/** Prepared data of three normal distributions: 203 examples train, 97 validate, 50 test. */
final class TestClouds {
    static final RandomStream STREAM = new RandomStream(11);
    static final ImmutableSet<Split> TRAIN = ImmutableSet.of(Split.TRAIN);
    static final ImmutableSet<Split> ALL = ImmutableSet.copyOf(Split.values());

    private TestClouds() {}

    static PreparedData prepared() {
        return prepared(203);
    }

    static PreparedData prepared(int train) {
        var source = new GaussianClasses(3, 4, 2).draw(350, new RandomStream(5));
        var sizes =
                new SplitSizes(new Size.Count(train), Optional.of(new Size.Count(97)), Optional.of(new Size.Count(50)));
        return new Preparation(SplitKind.STRATIFIED, sizes, Standardize.NONE).of(source, new RandomStream(6));
    }

    static Examples examples(PreparedData data, Split split) {
        return requireNonNull(data.splits().get(split));
    }

    /** Positions at which two arrays of equal length differ. */
    static int[] differences(int[] a, int[] b) {
        return IntStream.range(0, a.length).filter(i -> a[i] != b[i]).toArray();
    }

    /** Examples some of whose features differ. */
    static int[] changedRows(Examples a, Examples b) {
        int d = a.featureCount();
        return IntStream.range(0, a.count())
                .filter(i -> IntStream.range(i * d, (i + 1) * d).anyMatch(at -> a.features()[at] != b.features()[at]))
                .toArray();
    }
}
