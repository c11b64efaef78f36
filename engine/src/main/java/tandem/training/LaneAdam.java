package tandem.training;

import java.util.List;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.layer.LaneParameters;
import tandem.training.optimizer.Optimizer;

/** Adam, with decoupled weight decay or without any. */
final class LaneAdam implements LaneOptimizer {
    private final UpdateKernels kernels;
    private final int lanes;
    private final double[] factors;
    private final List<Decay> decays;
    private double[] first = new double[0];
    private double[] second = new double[0];

    /**
     * Elements [from, to) of the parameters and what they are multiplied by before a step.
     *
     * @param decay one row
     * @param factor one row, 1 - rate * decay
     */
    @SuppressWarnings("ArrayRecordComponent") // rows of lanes
    private record Decay(int from, int to, double[] decay, double[] factor) {}

    private LaneAdam(List<Optimizer.Adam> perLane, List<Decay> decays, UpdateKernels kernels) {
        this.kernels = kernels;
        this.lanes = perLane.size();
        this.decays = decays;
        this.factors = Layout.allocate(UpdateKernels.ADAM_ROWS, lanes);
        LaneRow.set(factors, UpdateKernels.BETA1, perLane, Optimizer.Adam::beta1);
        LaneRow.set(factors, UpdateKernels.ONE_MINUS_BETA1, perLane, adam -> 1 - adam.beta1());
        LaneRow.set(factors, UpdateKernels.BETA2, perLane, Optimizer.Adam::beta2);
        LaneRow.set(factors, UpdateKernels.ONE_MINUS_BETA2, perLane, adam -> 1 - adam.beta2());
        LaneRow.set(factors, UpdateKernels.LEARNING_RATE, perLane, Optimizer.Adam::learningRate);
        LaneRow.set(
                factors,
                UpdateKernels.EPSILON_FIXED,
                perLane,
                adam -> adam.form() == Optimizer.AdamForm.KERAS ? adam.epsilon() : 0);
        LaneRow.set(
                factors,
                UpdateKernels.EPSILON_SCALED,
                perLane,
                adam -> adam.form() == Optimizer.AdamForm.PYTORCH ? adam.epsilon() : 0);
        LaneRow.set(factors, UpdateKernels.BETA1_POWER, perLane, adam -> 1);
        LaneRow.set(factors, UpdateKernels.BETA2_POWER, perLane, adam -> 1);
        kernels.adamFactors(factors);
        setDecays();
    }

    static LaneAdam of(List<Optimizer.Adam> perLane, UpdateKernels kernels) {
        return new LaneAdam(perLane, List.of(), kernels);
    }

    static LaneAdam decoupled(List<Optimizer.AdamW> perLane, LaneParameters layout, UpdateKernels kernels) {
        int lanes = perLane.size();
        double[] ofWeights = LaneRow.of(perLane, Optimizer.AdamW::weightDecay);
        double[] ofBiases = LaneRow.of(perLane, o -> o.decaysBias() ? o.weightDecay() : 0);
        var decays = layout.layers().stream()
                .flatMap(layer -> List.of(
                        decay(layer.weightsAt(), layer.biasesAt(), ofWeights, lanes),
                        decay(layer.biasesAt(), layer.end(), ofBiases, lanes))
                        .stream())
                .toList();
        return new LaneAdam(perLane.stream().map(Optimizer.AdamW::adam).toList(), decays, kernels);
    }

    private static Decay decay(int fromRow, int toRow, double[] decay, int lanes) {
        return new Decay(Layout.at(fromRow, lanes), Layout.at(toRow, lanes), decay, Layout.allocate(1, lanes));
    }

    @Override
    public void step(double[] parameters, double[] gradient) {
        if (first.length == 0) {
            first = new double[gradient.length];
            second = new double[gradient.length];
        }
        for (var decay : decays) {
            kernels.scale(parameters, decay.from, decay.to, decay.factor);
        }
        kernels.adam(parameters, gradient, first, second, Layout.FIRST, gradient.length, factors);
        kernels.adamFactors(factors); // those of the next step: computed before they are waited for
    }

    @Override
    public void setRates(double[] rates) {
        System.arraycopy(rates, Layout.FIRST, factors, Layout.at(UpdateKernels.LEARNING_RATE, lanes), lanes);
        for (int lane = 0; lane < lanes; lane++) {
            // What adamFactors computed for the next step, at the new rate.
            double root = Math.sqrt(1 - at(UpdateKernels.BETA2_POWER, lane));
            double size = at(UpdateKernels.LEARNING_RATE, lane) * root / (1 - at(UpdateKernels.BETA1_POWER, lane));
            factors[Layout.at(UpdateKernels.STEP_SIZE, lanes) + lane] = size;
        }
        setDecays();
    }

    private double at(int row, int lane) {
        return factors[Layout.at(row, lanes) + lane];
    }

    private void setDecays() {
        for (var decay : decays) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = Layout.FIRST + lane;
                decay.factor[at] = 1 - at(UpdateKernels.LEARNING_RATE, lane) * decay.decay[at];
            }
        }
    }
}
