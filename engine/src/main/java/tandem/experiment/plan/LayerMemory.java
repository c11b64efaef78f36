package tandem.experiment.plan;

import java.util.stream.DoubleStream;
import tandem.training.PackShape;
import tandem.training.data.Split;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;

/** What the signals between layers take. */
final class LayerMemory {
    /** Examples that are evaluated together. */
    private static final int CHUNK = 32;

    /** Rows whose windows are laid out together, at least. */
    private static final int GROUP_ROWS = 32;

    /** What a row may be longer than its numbers, at most, so that rows do not meet in the cache. */
    private static final double UNUSED = 17.0 / 16;

    private LayerMemory() {}

    /** Numbers that one lane holds beside its parameters: of each layer values and deltas of a pass, and what it keeps from one direction to the other. */
    static double numbers(PackShape shape) {
        return arrays(shape).sum();
    }

    /** Numbers of one lane in the longest array. */
    static double longest(PackShape shape) {
        return arrays(shape).max().orElse(0);
    }

    /** How long the arrays are, for one lane. */
    private static DoubleStream arrays(PackShape shape) {
        var architecture = shape.architecture();
        if (architecture.isPlain()) {
            return DoubleStream.empty();
        }
        // Batch normalization wants a batch as a whole.
        boolean whole = architecture.hidden().stream().anyMatch(Layer.BatchNormalization.class::isInstance);
        int train = shape.splits().getOrDefault(Split.TRAIN, 0);
        double examples = whole ? Math.max(CHUNK, Math.min(shape.batchSize(), train)) : CHUNK;
        double input = architecture.input().count();
        return DoubleStream.concat(
                        DoubleStream.of(examples * input, examples * input),
                        architecture.placed().stream().flatMapToDouble(placed -> arrays(placed, examples)))
                .map(length -> UNUSED * length);
    }

    private static DoubleStream arrays(Architecture.Placed placed, double examples) {
        double taken = examples * placed.input().count();
        double given = examples * placed.output().count();
        return switch (placed.layer()) {
            case Layer.BatchNormalization _, Layer.Dropout _, Layer.Auxiliary _ -> DoubleStream.of(given, given, taken);
            case Layer.Pooling pooling -> DoubleStream.of(given, given, places(placed, pooling.size()));
            case Layer.Convolution convolution -> {
                double windows = windows(placed, convolution.size());
                yield DoubleStream.of(given, given, windows, windows);
            }
            case Layer.Dense _, Layer.Flatten _, Layer.Activate _ -> DoubleStream.of(given, given);
        };
    }

    /** Values under the windows of the examples that are laid out together. */
    private static double windows(Architecture.Placed placed, double size) {
        double positions = placed.output().positions();
        return Math.ceil(GROUP_ROWS / positions)
                * positions
                * size
                * size
                * placed.input().channels();
    }

    /** Indexes of the values under a pooling's windows: an int each, for eight lanes together. */
    private static double places(Architecture.Placed placed, double size) {
        return placed.output().positions() * size * size / 16;
    }
}
