package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.experiment.grid.Factor;
import tandem.experiment.plan.Plan;
import tandem.tables.Value;

/** The fields of runs.csv, by column. */
final class RunFields {
    private final Plan plan;
    private final ImmutableList<Factor> factors;
    private final int replicates;

    RunFields(Plan plan) {
        this.plan = plan;
        this.factors = plan.scenario().factors();
        this.replicates = plan.scenario().replicates().count();
    }

    /** All fields of a run, in the order of their columns. */
    ImmutableMap<String, Value> of(long run, RunRecord record) {
        return ImmutableMap.<String, Value>builder()
                .putAll(keys(run))
                .putAll(levels(run / replicates))
                .put("status", Value.of(record.status().text()))
                .putAll(record.results())
                .buildOrThrow();
    }

    ImmutableMap<String, Value> keys(long run) {
        return ImmutableMap.of(
                "run", Value.of(run),
                "cell", Value.of(run / replicates),
                "replicate", Value.of(run % replicates));
    }

    ImmutableMap<String, Value> levels(long cell) {
        int[] indices = plan.scenario().grid().levelIndices(cell);
        var levels = ImmutableMap.<String, Value>builderWithExpectedSize(indices.length);
        for (int f = 0; f < indices.length; f++) {
            var factor = factors.get(f);
            levels.put(factor.name(), Value.of(factor.levels().get(indices[f])));
        }
        return levels.buildOrThrow();
    }
}
