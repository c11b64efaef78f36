package tandem.experiment.plan;

import static java.util.stream.Collectors.summingDouble;

import tandem.training.PackShape;
import tandem.training.data.Split;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;

/** What the signals between layers take, and whether batches suit them. */
final class LayerMemory {
    /** Examples that are evaluated together. */
    private static final int CHUNK = 32;

    private LayerMemory() {}

    /** Numbers that one lane holds beside its parameters: of each layer values and deltas of a pass, and what it keeps from one direction to the other. */
    static double numbers(PackShape shape) {
        var architecture = shape.architecture();
        if (architecture.isPlain()) {
            return 0;
        }
        // Batch normalization wants a batch as a whole.
        boolean whole = architecture.hidden().stream().anyMatch(Layer.BatchNormalization.class::isInstance);
        int train = shape.splits().getOrDefault(Split.TRAIN, 0);
        double examples = whole ? Math.max(CHUNK, Math.min(shape.batchSize(), train)) : CHUNK;
        double ofExample = architecture.placed().stream().collect(summingDouble(LayerMemory::ofExample));
        return examples * (2.0 * architecture.input().count() + ofExample);
    }

    private static double ofExample(Architecture.Placed placed) {
        double kept = switch (placed.layer()) {
            case Layer.BatchNormalization _, Layer.Dropout _, Layer.Auxiliary _ ->
                placed.input().count();
            case Layer.Pooling _ -> placed.output().count();
            case Layer.Dense _, Layer.Convolution _, Layer.Flatten _, Layer.Activate _ -> 0;
        };
        return kept + 2.0 * placed.output().count();
    }

    /**
     * Refuses batches that leave a batch normalization in PyTorch's form a single value of a channel, of which there is no variance that divides by n - 1.
     *
     * @throws IllegalArgumentException in a sentence
     */
    static void checkBatches(PackShape shape) {
        int train = shape.splits().getOrDefault(Split.TRAIN, 0);
        int whole = Math.min(shape.batchSize(), train);
        int last = whole == 0 || train % whole == 0 ? whole : train % whole;
        for (var placed : shape.architecture().placed()) {
            if (shape.epochs() > 0
                    && placed.layer() instanceof Layer.BatchNormalization layer
                    && layer.form() == Layer.NormalizationForm.PYTORCH
                    && (long) last * placed.input().positions() < 2) {
                throw new IllegalArgumentException("of " + train + " examples a batch of one is left, and batch"
                        + " normalization in the form pytorch needs two values of a channel; choose another batch size"
                        + " or form: keras");
            }
        }
    }
}
