package tandem.training;

import java.util.List;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.layer.LaneParameters;
import tandem.training.optimizer.Average;

/** The exponential average of a pack's parameters, and its place in the network while that is evaluated. */
final class LaneAverage {
    private final UpdateKernels kernels;
    private final double[] decay;
    private final double[] rest;
    private final double[] average;
    private final double[] last;
    private boolean hasBegun;

    LaneAverage(List<RunInput> runs, LaneParameters layout, Kernels kernels) {
        this.kernels = kernels.update();
        this.decay = LaneRow.of(runs, LaneAverage::decay);
        this.rest = LaneRow.of(runs, run -> 1 - decay(run));
        this.average = layout.allocate();
        this.last = layout.allocate();
    }

    private static double decay(RunInput run) {
        return ((Average.Exponential) run.training().average()).decay();
    }

    /** Takes the parameters after a step into the average. */
    void add(double[] parameters) {
        if (hasBegun) {
            kernels.average(average, parameters, Layout.FIRST, parameters.length, decay, rest);
        } else {
            copy(parameters, average);
            hasBegun = true;
        }
    }

    /** Puts the average into {@code parameters}. */
    void putInto(double[] parameters) {
        copy(parameters, last);
        copy(average, parameters);
    }

    /** Takes it out again: puts the parameters of the last step back. */
    void takeOutOf(double[] parameters) {
        copy(last, parameters);
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
