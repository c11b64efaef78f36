package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import tandem.analysis.CellLevels;
import tandem.analysis.RunValues;
import tandem.analysis.correlation.CorrelationRow.Series;
import tandem.measures.PairedCorrelation;
import tandem.tables.Schemas;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/**
 * correlations.csv: how loss and accuracy go together within runs, across the replicates of a cell and across cells.
 * The three are never mixed: each may have a sign of its own (Simpson's paradox, the ecological fallacy).
 */
public final class CorrelationsTable {
    private static final ImmutableList<PairedCorrelation> METHODS = ImmutableList.copyOf(PairedCorrelation.values());

    private final Path runs;
    private final ImmutableList<String> columns;
    private final ImmutableList<Stratum> strata;
    private final long seed;
    private final TableWriter out;

    private CorrelationsTable(
            Path runs, ImmutableList<String> columns, ImmutableList<Stratum> strata, long seed, TableWriter out) {
        this.runs = runs;
        this.columns = columns;
        this.strata = strata;
        this.seed = seed;
        this.out = out;
    }

    /**
     * Writes the rows, and does not finish the table. Memory holds some columns of one split.
     *
     * @param cells cells.csv
     * @param runs runs.csv
     * @param seed the master seed
     */
    public static void write(Path cells, Path runs, long seed, TableWriter out) throws IOException {
        ImmutableList<String> columns;
        try (var rows = TableReader.open(runs)) {
            columns = rows.columns();
        }
        var table = new CorrelationsTable(runs, columns, Stratum.of(CellLevels.read(cells)), seed, out);
        for (String split : Schemas.SPLITS) {
            if (columns.contains(split + "_loss")) {
                table.writeSplit(split);
            }
        }
    }

    private void writeSplit(String split) throws IOException {
        var rows = rows(split);
        // Few: those over all cells.
        var compared = rows.stream().filter(CorrelationRow::isCompared).toList();
        for (var row : rows) {
            boolean contradicted = compared.stream().anyMatch(row::contradicts);
            var written = out.schema()
                    .row()
                    .set("level", Value.of(row.level().word()))
                    .set(
                            "cell",
                            row.cell().isPresent() ? Value.of((long) row.cell().getAsInt()) : Value.BLANK)
                    .set("stratum", row.cell().isPresent() ? Value.BLANK : Value.of(row.stratum()))
                    .set("split", Value.of(split))
                    .set("method", Value.of(row.method().word()))
                    .set("series", Value.of(row.series().word()))
                    .set("n", Value.of((long) row.n()))
                    .set("n_undefined", Value.of((long) row.undefined()))
                    .set("simpson", row.isCompared() ? Value.of(contradicted ? 1L : 0L) : Value.BLANK);
            out.write(row.estimated().set(written, "estimate"));
        }
    }

    private ImmutableList<CorrelationRow> rows(String split) throws IOException {
        String loss = split + "_loss";
        String accuracy = split + "_accuracy";
        String normalised = columns.contains(split + "_normalised_loss") ? split + "_normalised_loss" : loss;
        var own = Stream.of(Series.LEVELS, Series.DIFFERENCES)
                .flatMap(series -> METHODS.stream().map(method -> series.column(split, method)))
                .filter(columns::contains);
        var values = RunValues.read(
                runs,
                Stream.concat(Stream.of(loss, normalised, accuracy).distinct(), own)
                        .collect(ImmutableList.toImmutableList()));
        var rows = ImmutableList.<CorrelationRow>builder();
        var withinRun = new WithinRun(values);
        for (var series : ImmutableList.of(Series.LEVELS, Series.DIFFERENCES)) {
            for (var method : METHODS) {
                if (columns.contains(series.column(split, method))) {
                    rows.addAll(withinRun.rows(split, series, method, strata));
                }
            }
        }
        var acrossReplicates = new AcrossReplicates(FinalValues.of(values, loss, accuracy), seed, split);
        METHODS.forEach(method -> rows.addAll(acrossReplicates.rows(method, strata)));
        var acrossCells = new AcrossCells(FinalValues.of(values, normalised, accuracy), seed, split);
        METHODS.forEach(method -> rows.addAll(acrossCells.rows(method, strata)));
        return rows.build();
    }
}
