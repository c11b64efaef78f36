package tandem.training.layer;

import tandem.training.kernels.Kernels;
import tandem.training.kernels.LayerKernels;
import tandem.training.kernels.LayerKernels.Rows;
import tandem.training.kernels.Layout;
import tandem.training.model.Layer.BatchNormalization;
import tandem.training.model.Layer.NormalizationForm;

/** Batch normalization, channel by channel; the statistics of a batch are taken in the order of its examples and their positions. */
final class NormalizationLayer implements PackLayer {
    private final LayerKernels kernels;
    private final BatchNormalization layer;
    private final Affine.Place place;
    private final Signal input;
    private final Signal output;
    private final int elements;

    /** {@code (x - mean) / deviation} of the last batch. */
    private final double[] standard;

    private final double[] mean;
    private final double[] variance;
    private final double[] inverse;
    private final double[] scale;
    private final double[] shift;
    private final double[] ofScale;
    private final double[] ofShift;
    final double[] runningMean;
    final double[] runningVariance;

    NormalizationLayer(BatchNormalization layer, Affine.Place place, Signal input, Signal output, Kernels kernels) {
        int channels = input.shape.channels();
        int lanes = kernels.lanes();
        this.kernels = kernels.layer();
        this.layer = layer;
        this.place = place;
        this.input = input;
        this.output = output;
        this.elements = channels * lanes;
        this.standard = new double[input.values.length];
        this.mean = Layout.allocate(channels, lanes);
        this.variance = Layout.allocate(channels, lanes);
        this.inverse = Layout.allocate(channels, lanes);
        this.scale = Layout.allocate(channels, lanes);
        this.shift = Layout.allocate(channels, lanes);
        this.ofScale = Layout.allocate(channels, lanes);
        this.ofShift = Layout.allocate(channels, lanes);
        this.runningMean = Layout.allocate(channels, lanes);
        this.runningVariance = Layout.allocate(channels, lanes);
        for (int c = 0; c < channels; c++) {
            Layout.fill(runningVariance, c, lanes, 1);
        }
    }

    @Override
    public Signal output() {
        return output;
    }

    private Rows rows(int count) {
        return new Rows(count * input.shape.positions(), input.rowElements, elements);
    }

    @Override
    public void infer(int count) {
        invert(runningVariance);
        apply(count, runningMean);
    }

    @Override
    public void train(int count, int position) {
        var rows = rows(count);
        kernels.sums(input.values, rows, mean);
        divide(mean, rows.count());
        kernels.squaresAbout(input.values, rows, mean, variance);
        double ofSquares = switch (layer.form()) {
            case KERAS -> rows.count();
            case PYTORCH -> rows.count() - 1;
        };
        keep(runningMean, mean, 1);
        keep(runningVariance, variance, ofSquares);
        divide(variance, rows.count());
        invert(variance);
        apply(count, mean);
    }

    private void apply(int count, double[] means) {
        int at = Layout.at(place.layer().biasesAt(), input.lanes);
        System.arraycopy(place.parameters(), at, scale, Layout.FIRST, elements);
        System.arraycopy(place.parameters(), at + elements, shift, Layout.FIRST, elements);
        kernels.standardize(input.values, rows(count), means, inverse, standard);
        kernels.scaleAndShift(standard, rows(count), scale, shift, output.values);
    }

    @Override
    public void backward(int count, boolean continues) {
        var rows = rows(count);
        kernels.sums(output.deltas, rows, ofShift);
        kernels.productSums(output.deltas, standard, rows, ofScale);
        int at = Layout.at(place.layer().biasesAt(), input.lanes);
        System.arraycopy(ofScale, Layout.FIRST, place.gradient(), at, elements);
        System.arraycopy(ofShift, Layout.FIRST, place.gradient(), at + elements, elements);
        divide(ofScale, rows.count());
        divide(ofShift, rows.count());
        for (int i = Layout.FIRST; i < scale.length; i++) {
            scale[i] *= inverse[i];
        }
        kernels.standardizeGradient(output.deltas, standard, rows, scale, ofShift, ofScale, input.deltas);
    }

    private static void divide(double[] sums, int count) {
        for (int i = Layout.FIRST; i < sums.length; i++) {
            sums[i] /= count;
        }
    }

    private void invert(double[] variances) {
        for (int i = Layout.FIRST; i < inverse.length; i++) {
            inverse[i] = 1 / Math.sqrt(variances[i] + layer.epsilon());
        }
    }

    private void keep(double[] running, double[] sums, double count) {
        double momentum = layer.momentum();
        double old = layer.form() == NormalizationForm.KERAS ? momentum : 1 - momentum;
        double fresh = layer.form() == NormalizationForm.KERAS ? 1 - momentum : momentum;
        for (int i = Layout.FIRST; i < running.length; i++) {
            running[i] = old * running[i] + fresh * (sums[i] / count);
        }
    }
}
