package tandem.training;

import java.util.List;
import tandem.training.kernels.Layout;
import tandem.training.optimizer.Schedule;

/** The learning rates of a pack's runs, epoch by epoch. */
final class LearningRates {
    private final List<RunInput> runs;
    private final double[] base;
    private final double[] rates;

    LearningRates(List<RunInput> runs) {
        this.runs = runs;
        this.base = LaneOptimizer.learningRates(
                runs.stream().map(run -> run.training().optimizer()).toList());
        this.rates = base.clone();
    }

    /** Sets the rates of an epoch, counted from 1, before its first step. */
    void begin(int epoch, LaneOptimizer optimizer) {
        if (runs.getFirst().training().schedule() instanceof Schedule.Constant) {
            return;
        }
        for (int lane = 0; lane < runs.size(); lane++) {
            var training = runs.get(lane).training();
            int at = Layout.FIRST + lane;
            rates[at] = base[at] * training.schedule().share(epoch, training.epochs());
        }
        optimizer.setRates(rates);
    }
}
