package tandem.training.data.corruption;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.Arrays;
import java.util.stream.IntStream;
import tandem.training.data.Damage;
import tandem.training.data.Examples;

/** One split while mechanisms work on it: copies that they write to. */
final class Draft {
    private final Examples origin;
    final int featureCount;

    /** {@code [example][feature]}. */
    final double[] features;

    /** What training will see. */
    final int[] labels;

    /** The example of the origin that each example is: itself, or the one it is a copy of. */
    final int[] originals;

    /** What is right for the features as they are. */
    final int[] cleanLabels;

    private final Damage[] damages;

    private Draft(Examples origin) {
        this.origin = origin;
        this.featureCount = origin.featureCount();
        this.features = origin.features().clone();
        this.labels = origin.labels().clone();
        this.cleanLabels = origin.cleanLabels().clone();
        this.originals = IntStream.range(0, origin.count()).toArray();
        this.damages =
                IntStream.range(0, origin.count()).mapToObj(origin::damage).toArray(Damage[]::new);
    }

    static Draft of(Examples examples) {
        return new Draft(examples);
    }

    int count() {
        return labels.length;
    }

    /** The examples' positions in the source, by which they are known to random streams. */
    int[] ids() {
        return origin.ids();
    }

    /** Makes an example a copy of another, its label included. */
    void copy(int example, int fromExample) {
        setFeatures(example, origin.features(), fromExample);
        labels[example] = origin.labels()[fromExample];
        cleanLabels[example] = origin.cleanLabels()[fromExample];
        originals[example] = fromExample;
        mark(example, Damage.COPY);
    }

    /** Notes what was done to an example. */
    void mark(int example, Damage damage) {
        damages[example] = damages[example].and(damage);
    }

    void setFeatures(int example, double[] from, int fromExample) {
        System.arraycopy(from, fromExample * featureCount, features, example * featureCount, featureCount);
    }

    Examples toExamples() {
        return origin.corrupted(
                features, labels, cleanLabels, Arrays.stream(damages).collect(toImmutableList()));
    }
}
