package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import tandem.experiment.plan.Plan;
import tandem.experiment.scenario.EpochSelection;
import tandem.tables.EncodedRows;
import tandem.tables.ResultFile;

/** Takes from a run's rows of epochs.csv those that the scenario asks for now, where its journal has kept all of them. */
final class EpochThinning {
    private final Plan plan;
    private final EpochSelection epochs;
    private final int replicates;

    EpochThinning(Plan plan) {
        this.plan = plan;
        this.epochs = plan.scenario().recording().epochs();
        this.replicates = plan.scenario().replicates().count();
    }

    /** The record with fewer rows, as it would have been kept. */
    RunRecord of(long run, RunRecord record) {
        int last =
                plan.scenario().cell(run / replicates).conditions().training().epochs();
        var tables = RunRecorder.encodedTables(plan);
        var rows = ImmutableList.<EncodedRows>builder();
        for (int i = 0; i < tables.size(); i++) {
            boolean thins = tables.get(i).file() == ResultFile.EPOCHS;
            rows.add(thins ? thinned(record.rows().get(i), last) : record.rows().get(i));
        }
        return new RunRecord(record.status(), record.results(), record.message(), rows.build());
    }

    /** Rows begin with run and epoch, both whole numbers; nothing in them is quoted or undefined. */
    private EncodedRows thinned(EncodedRows all, int last) {
        byte[] bytes = all.bytes();
        var kept = new ByteArrayOutputStream(bytes.length);
        long count = 0;
        for (int start = 0; start < bytes.length; ) {
            int at = start;
            while (bytes[at] != ',') {
                at++;
            }
            int epoch = 0;
            for (at++; bytes[at] != ','; at++) {
                epoch = 10 * epoch + bytes[at] - '0';
            }
            while (bytes[at] != '\n') {
                at++;
            }
            at++;
            if (epochs.has(epoch, last)) {
                kept.write(bytes, start, at - start);
                count++;
            }
            start = at;
        }
        return EncodedRows.of(kept.toByteArray(), count);
    }
}
