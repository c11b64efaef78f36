package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import tandem.training.random.RandomStream;

/** The parameters before the first update, laid out as {@link Architecture#blocks} says. */
public final class StartParameters {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private StartParameters() {}

    /**
     * Parameters of one run; weights that are drawn take one number of the stream each, layer by layer, output by output.
     *
     * @throws IllegalArgumentException if given values do not have the shape of the architecture
     */
    public static double[] of(Start start, Architecture architecture, RandomStream stream) {
        return switch (start) {
            case Start.Drawn drawn -> drawn(drawn.initializer(), architecture, stream.generator());
            case Start.Line line -> line(line, architecture);
            case Start.Given given -> given(given, architecture);
        };
    }

    private static double[] drawn(Initializer initializer, Architecture architecture, UniformRandomProvider random) {
        double[] parameters = zeros(architecture);
        for (var block : architecture.blocks()) {
            for (int i = 0; i < block.weightCount(); i++) {
                parameters[block.weightsAt() + i] = draw(initializer, block, random);
            }
        }
        return parameters;
    }

    /** With normalizations that change nothing: their scales are 1. */
    private static double[] zeros(Architecture architecture) {
        double[] parameters = new double[architecture.parameterCount()];
        for (var block : architecture.blocks()) {
            if (block.isNormalization()) {
                Arrays.fill(parameters, block.biasesAt(), block.biasesAt() + block.outputCount(), 1);
            }
        }
        return parameters;
    }

    private static double draw(Initializer initializer, Architecture.Block block, UniformRandomProvider random) {
        double in = block.inputCount();
        double both = in + block.fanOut();
        return switch (initializer) {
            case ZEROS -> 0;
            case GLOROT_UNIFORM -> uniform(Math.sqrt(6 / both), random);
            case GLOROT_NORMAL -> normal(Math.sqrt(2 / both), random);
            case HE_UNIFORM -> uniform(Math.sqrt(6 / in), random);
            case HE_NORMAL -> normal(Math.sqrt(2 / in), random);
        };
    }

    private static double uniform(double limit, UniformRandomProvider random) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    /** By inverse distribution function at the middle of one of 2^52 equal parts of (0, 1), so that it is finite. */
    private static double normal(double deviation, UniformRandomProvider random) {
        double u = ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
        return NORMAL.inverseCumulativeProbability(u) * deviation;
    }

    private static double[] line(Start.Line line, Architecture architecture) {
        checkArgument(
                architecture.isLine(),
                "slope and intercept need a logistic model with bias on one feature; the data has %s",
                architecture.input().count());
        return new double[] {line.slope(), line.intercept()};
    }

    private static double[] given(Start.Given given, Architecture architecture) {
        var layers = architecture.blocks();
        int biasLayers = architecture.bias() ? layers.size() : 0;
        checkArgument(
                given.weights().size() == layers.size()
                        && (given.biases().isEmpty() || given.biases().size() == biasLayers),
                "start holds weights of %s and biases of %s layers; the model has %s layers%s",
                given.weights().size(),
                given.biases().size(),
                layers.size(),
                architecture.bias() ? "" : " without bias");
        double[] parameters = zeros(architecture);
        for (int l = 0; l < layers.size(); l++) {
            copyWeights(given.weights().get(l), layers.get(l), l, parameters);
            if (!given.biases().isEmpty()) {
                var biases = given.biases().get(l);
                checkLength(
                        "start.biases[" + l + "]",
                        biases.length(),
                        layers.get(l).biasCount());
                copy(biases, parameters, layers.get(l).biasesAt());
            }
        }
        return parameters;
    }

    private static void copyWeights(
            ImmutableList<ImmutableDoubleArray> weights, Architecture.Block layer, int index, double[] parameters) {
        checkLength("start.weights[" + index + "]", weights.size(), layer.outputCount());
        for (int o = 0; o < layer.outputCount(); o++) {
            checkLength(
                    "start.weights[" + index + "][" + o + "]", weights.get(o).length(), layer.inputCount());
            copy(weights.get(o), parameters, layer.weightsAt() + o * layer.inputCount());
        }
    }

    private static void copy(ImmutableDoubleArray from, double[] to, int at) {
        for (int i = 0; i < from.length(); i++) {
            to[at + i] = from.get(i);
        }
    }

    private static void checkLength(String what, int length, int wanted) {
        checkArgument(length == wanted, "%s has %s entries; the model and its data need %s", what, length, wanted);
    }
}
