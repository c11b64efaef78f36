package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.experiment.grid.Factor;
import tandem.experiment.grid.Grid;
import tandem.experiment.plan.Plan;
import tandem.experiment.scenario.ShellWord;
import tandem.tables.ResultFolder;
import tandem.tables.Row;
import tandem.tables.RunColumns;
import tandem.tables.Schemas;
import tandem.tables.TableSchema;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/** Writes the tables of a plan from its journalled runs, in the order of cells and replicates. */
final class RunTables {
    private final Plan plan;
    private final RunColumns columns;
    private final ImmutableList<TableSchema> encodedTables;
    private final RunRecords records;
    private final String command;
    private final ImmutableList<Factor> factors;
    private final boolean claims;
    private final RunFields fields;

    /**
     * @param encodedTables those of which every record has rows
     * @param command the command that trains the plan's scenario, to which errors.csv adds one level of every factor
     */
    RunTables(
            Plan plan,
            RunColumns columns,
            ImmutableList<TableSchema> encodedTables,
            RunRecords records,
            String command) {
        this.plan = plan;
        this.columns = columns;
        this.encodedTables = encodedTables;
        this.records = records;
        this.command = command;
        this.factors = plan.scenario().factors();
        this.fields = new RunFields(plan);
        this.claims = !plan.scenario().claims().isEmpty();
    }

    RunCounts write(ResultFolder folder) throws IOException {
        writeCells(folder);
        long failed = 0;
        long diverged = 0;
        int replicates = plan.scenario().replicates().count();
        try (var runs = folder.table(columns.schema());
                var errors = folder.table(Schemas.errors());
                var encoded = new EncodedTables(
                        folder, encodedTables, plan.scenario().recording().compresses())) {
            for (long run = 0; run < plan.runCount(); run++) {
                var record = records.get(run);
                long cell = run / replicates;
                writeRun(runs, run, record);
                encoded.append(run, record.rows());
                failed += record.status() == RunColumns.Status.FAILED ? 1 : 0;
                diverged += record.status() == RunColumns.Status.DIVERGED ? 1 : 0;
                if (record.status() == RunColumns.Status.FAILED) {
                    Row row = errors.schema().row();
                    fields.keys(run).forEach(row::set);
                    errors.write(row.set("message", Value.of(record.message()))
                            .set("seed", Value.of(plan.scenario().seed()))
                            .set("command", Value.of(commandFor(cell))));
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

    private String commandFor(long cell) {
        var scenario = plan.scenario();
        var text = new StringBuilder(command);
        scenario.pinned(cell).forEach(factor -> text.append(" --factor ").append(ShellWord.quoted(factor)));
        if (excludesCells()) {
            // What is excluded names levels that this command does not have.
            text.append(" --set 'exclude=[]'");
        }
        if (claims) {
            // So may claims.
            text.append(" --set 'claims=[]'");
        }
        return text.append(" --out out/")
                .append(scenario.name())
                .append("-cell-")
                .append(cell)
                .toString();
    }

    private boolean excludesCells() {
        return plan.cellCount() < Grid.combinations(factors);
    }
}
