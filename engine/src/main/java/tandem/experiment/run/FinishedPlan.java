package tandem.experiment.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.ResultFolder;
import tandem.tables.TableFile;
import tandem.tables.WrittenTable;

/** Whether there is anything left to do in a result folder. */
public final class FinishedPlan {
    private FinishedPlan() {}

    /** What a folder holds where it is finished: of this scenario, claims and question included, from these data, and with all its tables. */
    public static Optional<RunCounts> counts(Plan plan, DataProvider data, ResultFolder folder) throws IOException {
        Path target = folder.target();
        Path resolved = target.resolve(ResultFile.SCENARIO.fileName());
        var found = manifest(target);
        if (found.isEmpty() || !Files.exists(resolved)) {
            return Optional.empty();
        }
        var manifest = found.get();
        var counts = new RunCounts(
                manifest.counts().runs(),
                manifest.counts().failed(),
                manifest.counts().diverged());
        boolean whole = manifest.tables().stream()
                .map(WrittenTable::file)
                .allMatch(file -> TableFile.exists(target.resolve(file)));
        boolean same = manifest.equals(withTables(RunManifest.of(plan, data, counts), manifest))
                && Files.readString(resolved, StandardCharsets.UTF_8)
                        .equals(plan.scenario().resolvedYaml());
        return whole && same ? Optional.of(counts) : Optional.empty();
    }

    private static Optional<Manifest> manifest(Path folder) throws IOException {
        try {
            return Manifest.in(folder);
        } catch (RefusedFolderException e) {
            // Of another version of Tandem, or damaged: it is written again.
            return Optional.empty();
        }
    }

    private static Manifest withTables(Manifest planned, Manifest found) {
        return new Manifest(
                planned.schemaVersion(),
                planned.numericsVersion(),
                planned.scenario(),
                planned.data(),
                planned.seed(),
                planned.counts(),
                found.tables());
    }
}
