package tandem.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.stream.IntStream;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.random.NormalSampler;
import tandem.training.random.RandomStream;

/** Small data for tests; classes are named 0, 1, .... */
public final class TestData {

    private TestData() {}

    /** A train split alone, one feature an example. */
    public static PreparedData line(int classCount, double[] x, int... labels) {
        return of(classCount, new Examples(1, x, labels));
    }

    /** A train split alone. */
    public static PreparedData of(int classCount, Examples train) {
        return new PreparedData(names(classCount), ImmutableMap.of(Split.TRAIN, train));
    }

    /** The same examples with weights in the logits of one example each: features {@code [example]} are one-hot. */
    public static PreparedData oneHot(int classCount, int... labels) {
        double[] features = new double[labels.length * labels.length];
        for (int i = 0; i < labels.length; i++) {
            features[i * labels.length + i] = 1;
        }
        return of(classCount, new Examples(labels.length, features, labels));
    }

    /** Overlapping Gaussian classes of unequal sizes; every class occurs. */
    public static PreparedData gaussian(
            int featureCount, int classCount, int trainCount, int validationCount, long seed) {
        var train = examples(featureCount, classCount, trainCount, new RandomStream(seed));
        var validation = examples(featureCount, classCount, validationCount, new RandomStream(~seed));
        return new PreparedData(names(classCount), ImmutableMap.of(Split.TRAIN, train, Split.VALIDATION, validation));
    }

    private static Examples examples(int featureCount, int classCount, int count, RandomStream stream) {
        var normal = new NormalSampler(stream.generator());
        double[] features = new double[count * featureCount];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int turn = i % (classCount + 1);
            labels[i] = turn == classCount ? 0 : turn;
            for (int j = 0; j < featureCount; j++) {
                double centre = j % classCount == labels[i] ? 0.8 : 0;
                features[i * featureCount + j] = normal.next() + centre;
            }
        }
        return new Examples(featureCount, features, labels);
    }

    private static ImmutableList<String> names(int classCount) {
        return IntStream.range(0, classCount).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
    }
}
