package tandem.experiment.run;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tandem.tables.TableFile;
import tandem.tables.TableReader;
import tandem.tables.Value;

/**
 * What a folder says of a run.
 *
 * @param fields of its row of runs.csv, as text
 * @param message why it failed; empty where it did not, or nobody wrote it down
 * @param tables its rows of epochs.csv and of those tables of single examples that the scenario asks for, as far as the folder has the tables
 */
public record StoredRun(ImmutableMap<String, String> fields, Optional<String> message, ImmutableList<RunRows> tables) {

    /**
     * The run as the tables of a finished folder, or else the journal of an unfinished one, have it; empty where neither has.
     *
     * @throws RefusedFolderException if the journal's runs are not the plan's
     */
    public static Optional<StoredRun> in(FolderContents folder, Plan plan, DataProvider data, long run)
            throws IOException, RefusedFolderException {
        return folder.isFinished() ? inTables(folder.folder(), plan, run) : inJournal(folder.folder(), plan, data, run);
    }

    private static Optional<StoredRun> inJournal(Path folder, Plan plan, DataProvider data, long run)
            throws IOException, RefusedFolderException {
        var journal = RunJournal.view(plan, data, folder);
        if (!journal.has(run)) {
            return Optional.empty();
        }
        try (var records = journal.records()) {
            var record = records.get(run);
            return Optional.of(new StoredRun(
                    texts(new RunFields(plan).of(run, record)),
                    record.message().isEmpty() ? Optional.empty() : Optional.of(record.message()),
                    RunRecorder.rows(plan, run, record)));
        }
    }

    private static Optional<StoredRun> inTables(Path folder, Plan plan, long run) throws IOException {
        var fields = row(folder.resolve(ResultFile.RUNS.fileName()), run);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Path errors = folder.resolve(ResultFile.ERRORS.fileName());
        var message =
                Files.exists(errors) ? row(errors, run).map(error -> error.get("message")) : Optional.<String>empty();
        var tables = ImmutableList.<RunRows>builder();
        for (var schema : RunRecorder.encodedTables(plan)) {
            if (TableFile.exists(folder.resolve(schema.file().fileName()))) {
                tables.add(RunRows.in(folder, schema.file(), run));
            }
        }
        return Optional.of(new StoredRun(fields.get(), message, tables.build()));
    }

    private static Optional<ImmutableMap<String, String>> row(Path table, long run) throws IOException {
        try (var rows = TableReader.open(table)) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.integer("run") == run) {
                    return Optional.of(Maps.toMap(rows.columns(), row::text));
                }
            }
        }
        return Optional.empty();
    }

    private static ImmutableMap<String, String> texts(ImmutableMap<String, Value> fields) {
        return ImmutableMap.copyOf(Maps.transformValues(fields, Value::text));
    }

    /** The tables that the replay has rows of and the folder has not. */
    public ImmutableList<ResultFile> absent(ReplayedRun replayed) {
        return replayed.tables().stream()
                .map(RunRows::table)
                .filter(table -> tables.stream().noneMatch(stored -> stored.table() == table))
                .collect(ImmutableList.toImmutableList());
    }

    /** A clause on the first difference from the run as it was replayed; empty where all is equal to the bit. */
    public Optional<String> firstDifference(ReplayedRun replayed) {
        var now = texts(replayed.fields());
        for (String column : Sets.union(now.keySet(), fields.keySet())) {
            String stored = fields.get(column);
            String computed = now.get(column);
            if (stored == null || computed == null) {
                return Optional.of(lenientFormat(
                        "runs.csv %s a column %s",
                        stored == null ? "has not" : "has, and the replay has not,", column));
            }
            if (!stored.equals(computed)) {
                return Optional.of(RunRows.difference("runs.csv, " + column, stored, computed));
            }
        }
        if (message.isPresent() && !message.get().equals(replayed.message())) {
            return Optional.of(RunRows.difference("errors.csv, message", message.get(), replayed.message()));
        }
        return tables.stream()
                .flatMap(stored -> replayed.tables().stream()
                        .filter(table -> table.table() == stored.table())
                        .flatMap(table -> stored.firstDifference(table).stream()))
                .findFirst();
    }
}
