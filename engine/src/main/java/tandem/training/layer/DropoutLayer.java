package tandem.training.layer;

import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.LayerKernels;
import tandem.training.kernels.Layout;
import tandem.training.random.RandomStream;

/**
 * Drops values in training. Whether it drops value u of the example at position p of an epoch's order follows from the lane's stream, the epoch, the layer and {@code p * units + u} alone:
 * from the upper 53 bits of that number's SplitMix64 output, which as a share of 2^53 lie below the rate.
 */
final class DropoutLayer implements PackLayer {
    private final LayerKernels kernels;
    private final List<RandomStream> streams;
    private final int index;
    private final double rate;
    private final Signal input;
    private final Signal output;
    private final int units;
    private final double[] mask;
    private final long[] states;

    /**
     * A layer that drops values.
     *
     * @param streams one a lane
     * @param index of the layer among the network's dropouts
     */
    DropoutLayer(double rate, List<RandomStream> streams, int index, Signal input, Signal output, Kernels kernels) {
        this.kernels = kernels.layer();
        this.streams = streams;
        this.index = index;
        this.rate = rate;
        this.input = input;
        this.output = output;
        this.units = input.shape.count();
        this.mask = new double[input.values.length];
        this.states = new long[kernels.lanes()];
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void infer(int count) {
        System.arraycopy(input.values, Layout.FIRST, output.values, Layout.FIRST, count * input.exampleElements);
    }

    @Override
    public void beginEpoch(int epoch) {
        for (int lane = 0; lane < states.length; lane++) {
            states[lane] = streams.get(lane).at(epoch).at(index).seed();
        }
    }

    @Override
    public void train(int count, int position) {
        int channels = input.shape.channels();
        long unit = (long) position * units;
        for (int at = Layout.FIRST; at < input.end(count); at += input.rowElements, unit += channels) {
            kernels.masks(states, unit, channels, rate, mask, at);
        }
        kernels.multiply(input.values, mask, output.values, Layout.FIRST, input.end(count));
    }

    @Override
    public void backward(int count, boolean continues) {
        kernels.multiply(output.deltas, mask, input.deltas, Layout.FIRST, input.end(count));
    }
}
