package tandem.training.data.corruption;

import static com.google.common.base.Strings.lenientFormat;

import tandem.training.data.DataSettingException;
import tandem.training.data.Examples;

/** Where examples lie relative to the nearest boundary between their class and another, as {@link LabelNoise.NearBoundary} says. */
final class Boundary {
    private final ClassMeans means;
    private final int classCount;
    private final double scale;

    /** @throws DataSettingException if fewer than two classes have a mean */
    Boundary(CleanData clean) {
        this.means = clean.means();
        this.classCount = clean.classCount();
        Examples train = clean.data().train();
        double sum = 0;
        for (int i = 0; i < train.count(); i++) {
            sum += margin(train.features(), i, train.labels()[i]);
        }
        this.scale = sum / train.count();
    }

    /** The class beyond the nearest boundary; of equally near ones the lowest. */
    int rival(double[] features, int example, int label) {
        int nearest = -1;
        double least = 0;
        for (int other = 0; other < classCount; other++) {
            if (other != label && means.has(other)) {
                double margin = means.margin(features, example, label, other);
                if (nearest < 0 || margin < least) {
                    nearest = other;
                    least = margin;
                }
            }
        }
        if (nearest < 0) {
            throw DataSettingException.ofCorruption(
                    "label_noise.kind",
                    lenientFormat(
                            "instance needs two classes or more in the train split; choose another kind or split"));
        }
        return nearest;
    }

    private double margin(double[] features, int example, int label) {
        return means.margin(features, example, label, rival(features, example, label));
    }

    /** {@code ln(-ln(u) / weight)}: the order of the keys, without overflow far from the boundary. */
    double logKey(double[] features, int example, int label, double u) {
        double relative = scale > 0 ? margin(features, example, label) / scale : 0;
        return StrictMath.log(-StrictMath.log(u)) + relative * relative;
    }
}
