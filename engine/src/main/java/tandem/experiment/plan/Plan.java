package tandem.experiment.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.experiment.data.DataDimensions;
import tandem.experiment.data.DataSettings;
import tandem.experiment.scenario.Scenario;

/**
 * What a run of a scenario would train: its cells by shape. Memory grows with the cells by their numbers and digests only.
 *
 * @param shapes in the order of their first cells
 * @param dimensions of each data setting that occurs
 * @param digests of all cells
 */
public record Plan(
        Scenario scenario,
        ImmutableList<PlannedShape> shapes,
        ImmutableMap<DataSettings, DataDimensions> dimensions,
        CellDigests digests) {

    public long cellCount() {
        return scenario.grid().cellCount();
    }

    public long runCount() {
        return Math.multiplyExact(cellCount(), scenario.replicates().count());
    }

    /** Packs of at most {@code lanes} runs that the plan falls into. */
    public long packCount(int lanes) {
        return shapes.stream().mapToLong(shape -> packCount(shape, lanes)).sum();
    }

    /** Share of lanes that hold a run of their own. */
    public double laneUse(int lanes) {
        double used = 0;
        double offered = 0;
        for (var shape : shapes) {
            used += shape.runCount(replicates());
            offered += (double) packCount(shape, lanes) * lanesOf(shape, lanes);
        }
        return used / offered;
    }

    /** Operations of all runs, to about a factor of two. */
    public double operations() {
        return shapes.stream()
                .mapToDouble(shape -> shape.operations() * shape.runCount(replicates()))
                .sum();
    }

    /** Rows of epochs.csv, at most: a fit by Newton's method may end early. */
    public double epochRows() {
        var recorded = scenario.recording().epochs();
        return shapes.stream()
                .mapToDouble(shape -> (double) shape.runCount(replicates())
                        * recorded.count(shape.shape().epochs())
                        * shape.shape().splits().size())
                .sum();
    }

    private int replicates() {
        return scenario.replicates().count();
    }

    private long packCount(PlannedShape shape, int lanes) {
        int size = lanesOf(shape, lanes);
        return (shape.runCount(replicates()) + size - 1) / size;
    }

    static int lanesOf(PlannedShape shape, int lanes) {
        return shape.shape().trainsInLanes() ? lanes : 1;
    }
}
