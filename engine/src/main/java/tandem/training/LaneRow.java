package tandem.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import tandem.training.kernels.Layout;

/** One row of lanes from one value a run. */
final class LaneRow {

    private LaneRow() {}

    static <T> double[] of(List<T> perLane, ToDoubleFunction<T> value) {
        double[] row = Layout.allocate(1, perLane.size());
        set(row, 0, perLane, value);
        return row;
    }

    static <T> void set(double[] rows, int index, List<T> perLane, ToDoubleFunction<T> value) {
        for (int lane = 0; lane < perLane.size(); lane++) {
            rows[Layout.at(index, perLane.size()) + lane] = value.applyAsDouble(perLane.get(lane));
        }
    }
}
