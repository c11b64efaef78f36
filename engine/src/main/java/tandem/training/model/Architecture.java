package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier for data of known shape: hidden layers, then a dense one that gives the logits.
 *
 * @param outputCount logits: 1 for logistic regression, otherwise one a class
 * @param bias whether the last layer has biases
 */
public record Architecture(Shape input, ImmutableList<Layer> hidden, int outputCount, boolean bias) {
    private static final int MOST_PARAMETERS = 1_000_000_000;

    /**
     * A layer in its place.
     *
     * @param block its parameters, as an index of {@link #blocks}; -1 for none
     */
    public record Placed(Layer layer, Shape input, Shape output, int block) {}

    /**
     * The parameters of a layer: weights {@code [output][input]}, those of a convolution with the inputs {@code [y][x][channel]} of its window; then biases, one an
     * output. A batch normalization has no weights and in place of biases its scales, then its shifts.
     *
     * @param weightsAt index of its first weight among the parameters
     * @param biasesAt index of what follows the weights
     * @param biasCount how many follow them
     * @param fanOut what initializers take for the number of outputs: those of the layer times the places of a window
     */
    public record Block(int inputCount, int outputCount, int weightsAt, int biasesAt, int biasCount, int fanOut) {

        public int weightCount() {
            return inputCount * outputCount;
        }

        public boolean isNormalization() {
            return inputCount == 0;
        }

        public int end() {
            return biasesAt + biasCount;
        }
    }

    /**
     * The architecture of {@code model} on data of {@code featureCount} features and {@code classCount} classes.
     *
     * @throws IllegalArgumentException in a sentence, if they do not fit
     */
    public static Architecture of(Model model, int featureCount, int classCount) {
        boolean oneLogit = model.kind() == ModelKind.LOGISTIC;
        checkArgument(
                !oneLogit || classCount == 2,
                "a logistic model separates two classes and the data has %s; use kind softmax",
                classCount);
        Shape input = model.image().orElseGet(() -> Shape.features(featureCount));
        checkArgument(
                input.count() == featureCount,
                "an image of %s has %s values and the data has %s features",
                input,
                input.count(),
                featureCount);
        return new Architecture(input, model.layers(), oneLogit ? 1 : classCount, model.bias());
    }

    /** All layers with the last, first to last. */
    public ImmutableList<Placed> placed() {
        var placed = ImmutableList.<Placed>builder();
        int mainBlocks =
                1 + (int) hidden.stream().filter(Architecture::hasMainBlock).count();
        int main = 0;
        int auxiliary = mainBlocks;
        Shape shape = input;
        for (var layer : hidden) {
            Shape output = layer.output(shape);
            int block = -1;
            if (layer instanceof Layer.Auxiliary) {
                block = auxiliary++;
            } else if (hasMainBlock(layer)) {
                block = main++;
            }
            placed.add(new Placed(layer, shape, output, block));
            shape = output;
        }
        var last = new Layer.Dense(outputCount, bias);
        return placed.add(new Placed(last, shape, last.output(shape), main)).build();
    }

    private static boolean hasMainBlock(Layer layer) {
        return layer instanceof Layer.Dense
                || layer instanceof Layer.Convolution
                || layer instanceof Layer.BatchNormalization;
    }

    /** The parameters: layer by layer to the last, then those of the auxiliary classifiers, so that these change no other's start. */
    public ImmutableList<Block> blocks() {
        List<Placed> inOrder = new ArrayList<>(placed());
        inOrder.removeIf(placed -> placed.block < 0);
        inOrder.sort(java.util.Comparator.comparingInt(Placed::block));
        var blocks = ImmutableList.<Block>builder();
        int at = 0;
        for (var placed : inOrder) {
            var block = block(placed, at);
            blocks.add(block);
            at = block.end();
        }
        return blocks.build();
    }

    private Block block(Placed placed, int at) {
        return switch (placed.layer) {
            case Layer.Dense dense -> affine(placed.input.count(), dense.units(), 1, dense.bias(), at);
            case Layer.Convolution convolution -> {
                long window = (long) convolution.size() * convolution.size();
                long inputs = LongMath.saturatedMultiply(window, placed.input.channels());
                yield affine(inputs, convolution.filters(), window, convolution.bias(), at);
            }
            case Layer.Auxiliary auxiliary -> affine(placed.input.count(), outputCount, 1, auxiliary.bias(), at);
            case Layer.BatchNormalization normalization -> {
                int channels = placed.input.channels();
                checkCount(at + 2L * channels);
                yield new Block(0, channels, at, at, 2 * channels, 0);
            }
            case Layer.Pooling _, Layer.Flatten _, Layer.Dropout _, Layer.Activate _ ->
                throw new IllegalArgumentException("a layer without parameters: " + placed);
        };
    }

    private static Block affine(long inputs, int outputs, long window, boolean bias, int at) {
        int biases = bias ? outputs : 0;
        long weights = LongMath.saturatedMultiply(inputs, outputs);
        checkCount(LongMath.saturatedAdd(weights, (long) at + biases));
        // The inputs are a multiple of the window: what is narrowed here is not larger than the number of weights.
        return new Block((int) inputs, outputs, at, (int) (at + weights), biases, (int) (window * outputs));
    }

    private static void checkCount(long parameters) {
        checkArgument(
                parameters <= MOST_PARAMETERS,
                "a network has at most %s parameters; take fewer units or filters, or smaller windows",
                MOST_PARAMETERS);
    }

    /** @throws IllegalArgumentException in a sentence, if there are too many, as {@link #blocks} does */
    public int parameterCount() {
        return blocks().getLast().end();
    }

    /** Multiplications for the logits of one example. */
    public long multiplications() {
        var blocks = blocks();
        return placed().stream()
                .filter(placed -> placed.block >= 0)
                .mapToLong(placed -> {
                    boolean slides = placed.layer instanceof Layer.Convolution;
                    return (long) blocks.get(placed.block).weightCount() * (slides ? placed.output.positions() : 1);
                })
                .sum();
    }

    /** Whether it is {@code z = slope * x + intercept}. */
    public boolean isLine() {
        return hasOneLogit() && input.count() == 1 && hidden.isEmpty() && bias;
    }

    public boolean hasOneLogit() {
        return outputCount == 1;
    }

    /** Whether every hidden layer is dense with one and the same activation behind it, and all layers or none have biases. */
    public boolean isPlain() {
        if (input.isImage() || hidden.size() % 2 != 0) {
            return false;
        }
        for (int l = 0; l < hidden.size(); l += 2) {
            boolean dense = hidden.get(l) instanceof Layer.Dense layer && layer.bias() == bias;
            if (!dense || !hidden.get(l + 1).equals(hidden.get(1)) || !(hidden.get(1) instanceof Layer.Activate)) {
                return false;
            }
        }
        return true;
    }
}
