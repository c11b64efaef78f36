package tandem.experiment.run;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.tables.EncodedTableWriter;
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
 * @param epochHeader the columns of its rows of epochs.csv
 * @param epochs its rows; empty where the folder has none of any run
 */
public record StoredRun(
        ImmutableMap<String, String> fields,
        Optional<String> message,
        String epochHeader,
        Optional<ImmutableList<String>> epochs) {
    private static final Splitter FIELDS = Splitter.on(',');
    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

    /**
     * The run as the tables of a finished folder, or else the journal of an unfinished one, have it; empty where neither has.
     *
     * @throws RefusedFolderException if the journal's runs are not the plan's
     */
    public static Optional<StoredRun> in(FolderContents folder, Plan plan, DataProvider data, long run)
            throws IOException, RefusedFolderException {
        return folder.isFinished() ? inTables(folder.folder(), run) : inJournal(folder.folder(), plan, data, run);
    }

    private static Optional<StoredRun> inJournal(Path folder, Plan plan, DataProvider data, long run)
            throws IOException, RefusedFolderException {
        var journal = RunJournal.view(plan, data, folder);
        if (!journal.has(run)) {
            return Optional.empty();
        }
        try (var records = journal.records()) {
            var record = records.get(run);
            var schema = RunRecorder.encodedTables(
                            RunColumnsOfPlan.of(plan), plan.scenario().recording())
                    .getFirst();
            return Optional.of(new StoredRun(
                    texts(new RunFields(plan).of(run, record)),
                    record.message().isEmpty() ? Optional.empty() : Optional.of(record.message()),
                    String.join(",", schema.header()),
                    Optional.of(
                            lines(EncodedTableWriter.numbered(run, record.rows().getFirst())))));
        }
    }

    private static Optional<StoredRun> inTables(Path folder, long run) throws IOException {
        var fields = row(folder.resolve(ResultFile.RUNS.fileName()), run);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Path errors = folder.resolve(ResultFile.ERRORS.fileName());
        var message =
                Files.exists(errors) ? row(errors, run).map(error -> error.get("message")) : Optional.<String>empty();
        Path epochs = folder.resolve(ResultFile.EPOCHS.fileName());
        if (!TableFile.exists(epochs)) {
            return Optional.of(new StoredRun(fields.get(), message, "", Optional.empty()));
        }
        String begin = run + ",";
        var rows = ImmutableList.<String>builder();
        try (var lines = TableFile.reader(epochs)) {
            String header = String.valueOf(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(begin)) {
                    rows.add(line);
                }
            }
            return Optional.of(new StoredRun(fields.get(), message, header, Optional.of(rows.build())));
        }
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

    private static ImmutableList<String> lines(byte[] rows) {
        return ImmutableList.copyOf(LINES.split(new String(rows, StandardCharsets.US_ASCII)));
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
                return Optional.of(difference("runs.csv, " + column, stored, computed));
            }
        }
        if (message.isPresent() && !message.get().equals(replayed.message())) {
            return Optional.of(difference("errors.csv, message", message.get(), replayed.message()));
        }
        return epochs.flatMap(rows -> differentEpoch(rows, lines(replayed.epochs())));
    }

    private Optional<String> differentEpoch(ImmutableList<String> stored, ImmutableList<String> computed) {
        var columns = FIELDS.splitToList(epochHeader);
        for (int i = 0; i < Math.min(stored.size(), computed.size()); i++) {
            List<String> was = FIELDS.splitToList(stored.get(i));
            List<String> is = FIELDS.splitToList(computed.get(i));
            for (int f = 0; f < Math.min(was.size(), is.size()); f++) {
                if (!was.get(f).equals(is.get(f))) {
                    String place = lenientFormat("epochs.csv, epoch %s, %s, %s", is.get(1), is.get(2), columns.get(f));
                    return Optional.of(difference(place, was.get(f), is.get(f)));
                }
            }
            if (was.size() != is.size()) {
                return Optional.of(difference("epochs.csv, fields of a row", "" + was.size(), "" + is.size()));
            }
        }
        return stored.size() == computed.size()
                ? Optional.empty()
                : Optional.of(difference("epochs.csv, rows of the run", "" + stored.size(), "" + computed.size()));
    }

    private static String difference(String place, String stored, String computed) {
        return lenientFormat("%s: stored '%s', replayed '%s'", place, stored, computed);
    }
}
