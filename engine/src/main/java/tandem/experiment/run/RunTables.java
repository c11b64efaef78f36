package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.experiment.plan.Plan;
import tandem.tables.ResultFolder;
import tandem.tables.Row;
import tandem.tables.RunColumns;
import tandem.tables.Schemas;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/** Writes the tables of a plan from its journalled runs, in the order of cells and replicates. */
final class RunTables {
    /** Of a run, inside its folder: as part of a table it cannot say where the folder lies. */
    private static final String REPLAY = "tandem replay . ";

    private final Plan plan;
    private final RunColumns columns;
    private final ImmutableList<TableSchema> encodedTables;
    private final RunRecords records;
    private final RunFields fields;

    /** @param encodedTables those of which every record has rows */
    RunTables(Plan plan, RunColumns columns, ImmutableList<TableSchema> encodedTables, RunRecords records) {
        this.plan = plan;
        this.columns = columns;
        this.encodedTables = encodedTables;
        this.records = records;
        this.fields = new RunFields(plan);
    }

    RunCounts write(ResultFolder folder) throws IOException {
        writeCells(folder);
        long failed = 0;
        long diverged = 0;
        try (var runs = folder.table(columns.schema());
                var errors = folder.table(Schemas.errors());
                var encoded = new EncodedTables(
                        folder, encodedTables, plan.scenario().recording().compresses())) {
            for (long run = 0; run < plan.runCount(); run++) {
                var record = records.get(run);
                writeRun(runs, run, record);
                encoded.append(run, record.rows());
                failed += record.status() == RunColumns.Status.FAILED ? 1 : 0;
                diverged += record.status() == RunColumns.Status.DIVERGED ? 1 : 0;
                if (record.status() == RunColumns.Status.FAILED) {
                    Row row = errors.schema().row();
                    fields.keys(run).forEach(row::set);
                    errors.write(row.set("message", Value.of(record.message()))
                            .set("seed", Value.of(plan.scenario().seed()))
                            .set("command", Value.of(REPLAY + run)));
                }
            }
            runs.finish();
            errors.finish();
            encoded.finish();
        }
        return new RunCounts(plan.runCount(), failed, diverged);
    }

    private void writeCells(ResultFolder folder) throws IOException {
        try (var cells = folder.table(Schemas.cells(RunColumnsOfPlan.factors(plan)))) {
            for (long cell = 0; cell < plan.cellCount(); cell++) {
                Row row = cells.schema().row().set("cell", Value.of(cell));
                fields.levels(cell).forEach(row::set);
                cells.write(row);
            }
            cells.finish();
        }
    }

    private void writeRun(TableWriter runs, long run, RunRecord record) throws IOException {
        Row row = runs.schema().row();
        fields.of(run, record).forEach(row::set);
        runs.write(row);
    }
}
