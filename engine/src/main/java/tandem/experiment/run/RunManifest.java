package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.tables.Manifest;

/** The manifest of a trained plan. */
public final class RunManifest {

    private RunManifest() {}

    /** The files that examples came from, as far as they were read. */
    public static ImmutableList<Manifest.DataFile> dataFiles(DataProvider data) {
        return PlanHeader.data(data);
    }

    /** Without tables, which the result folder adds. */
    public static Manifest of(Plan plan, DataProvider data, RunCounts counts) {
        var scenario = plan.scenario();
        return Manifest.of(
                NumericsVersion.CURRENT,
                new Manifest.ScenarioIdentity(scenario.name(), ScenarioDigest.of(scenario)),
                PlanHeader.data(data),
                scenario.seed(),
                new Manifest.Counts(
                        plan.cellCount(),
                        scenario.replicates().count(),
                        counts.runs(),
                        counts.failed(),
                        counts.diverged()));
    }
}
