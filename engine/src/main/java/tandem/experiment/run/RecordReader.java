package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.experiment.journal.JournalHeader;
import tandem.tables.EncodedRows;
import tandem.tables.ResultFile;
import tandem.tables.RunColumns.Status;
import tandem.tables.Value;

/**
 * Reads records of one journal file as those of a plan. The plan may have grown since and have columns that no cell could fill then. What a run has not
 * is blank in them; and a column about clean labels says the same as that about the labels, since no cell corrupted labels then.
 */
final class RecordReader {
    private static final Value FAILED = new Value.Undefined("FAILED");
    private static final int ABSENT = -1;

    private final JournalHeader wanted;
    /** Of each wanted column among the values of a record. */
    private final int[] columns;
    /** Of each wanted table among those of a record. */
    private final int[] tables;
    /** Of each column of epochs.csv among those of the record's rows; empty where they are the same. */
    private final int[] epochColumns;

    RecordReader(JournalHeader found, JournalHeader wanted) {
        this.wanted = wanted;
        this.columns = positions(wanted.columns(), found.columns());
        this.tables = positions(
                wanted.tables().keySet().asList(), found.tables().keySet().asList());
        String epochs = ResultFile.EPOCHS.fileName();
        var wantedEpochs = wanted.tables().getOrDefault(epochs, ImmutableList.of());
        var foundEpochs = found.tables().getOrDefault(epochs, ImmutableList.of());
        this.epochColumns = wantedEpochs.equals(foundEpochs) ? new int[0] : positions(wantedEpochs, foundEpochs);
    }

    private static int[] positions(ImmutableList<String> wanted, ImmutableList<String> found) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            places.put(found.get(i), i);
        }
        return wanted.stream()
                .mapToInt(name -> {
                    boolean instead = !places.containsKey(name) && name.startsWith(CorruptionColumns.CLEAN);
                    return places.getOrDefault(
                            instead ? name.substring(CorruptionColumns.CLEAN.length()) : name, ABSENT);
                })
                .toArray();
    }

    RunRecord read(Status status, byte[] payload) throws IOException {
        var content = RunRecordBytes.content(payload);
        var values = ImmutableMap.<String, Value>builderWithExpectedSize(columns.length);
        for (int i = 0; i < columns.length; i++) {
            Value absent = status == Status.FAILED ? FAILED : Value.BLANK;
            values.put(
                    wanted.columns().get(i),
                    columns[i] == ABSENT ? absent : content.values().get(columns[i]));
        }
        var names = wanted.tables().keySet().asList();
        var rows = ImmutableList.<EncodedRows>builder();
        for (int i = 0; i < tables.length; i++) {
            var found = tables[i] == ABSENT ? EncodedRows.NONE : content.rows().get(tables[i]);
            boolean same = epochColumns.length == 0 || !names.get(i).equals(ResultFile.EPOCHS.fileName());
            rows.add(same ? found : new EncodedRows(rearranged(found.bytes()), found.count(), found.undefined()));
        }
        return new RunRecord(status, values.buildOrThrow(), content.message(), rows.build());
    }

    /** Rows of epochs.csv, in which nothing is quoted, with other columns. */
    private byte[] rearranged(byte[] rows) {
        byte[] out = new byte[rows.length + 64];
        int length = 0;
        int[] starts = new int[epochColumns.length + 1];
        for (int at = 0; at < rows.length; ) {
            starts[0] = at;
            int fields = 0;
            for (; rows[at] != '\n'; at++) {
                if (rows[at] == ',') {
                    starts = fields + 2 < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
                    starts[++fields] = at + 1;
                }
            }
            starts[++fields] = ++at;
            for (int column : epochColumns) {
                int size = starts[column + 1] - 1 - starts[column];
                out = length + size + 1 < out.length ? out : Arrays.copyOf(out, 2 * (out.length + size));
                System.arraycopy(rows, starts[column], out, length, size);
                length += size;
                out[length++] = ',';
            }
            out[length - 1] = '\n';
        }
        return Arrays.copyOf(out, length);
    }
}
