package tandem.analysis.effects;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import tandem.analysis.CellLevels;
import tandem.analysis.RunValues;
import tandem.analysis.effects.EtaSquared.Block;
import tandem.analysis.interval.Estimated;
import tandem.analysis.interval.StudentMean;
import tandem.tables.Row;
import tandem.tables.RunColumns;
import tandem.tables.Schemas;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/**
 * effects.csv: how much of every measure's variation a factor explains, and what each of its levels does to final loss
 * and accuracy.
 */
public final class EffectsTable {
    /** Bytes of columns in memory are the heap divided by this; more columns are read in turns. */
    private static final int PART_OF_HEAP = 5;

    private final CellLevels cells;
    private final Path runs;
    private final TableWriter out;

    private EffectsTable(CellLevels cells, Path runs, TableWriter out) {
        this.cells = cells;
        this.runs = runs;
        this.out = out;
    }

    /**
     * Writes the rows, and does not finish the table; without a factor of two levels there are none.
     *
     * @param cells cells.csv
     * @param runs runs.csv
     */
    public static void write(Path cells, Path runs, TableWriter out) throws IOException {
        write(cells, runs, out, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** @param budget bytes for columns of runs.csv; the rows written do not depend on it */
    static void write(Path cells, Path runs, TableWriter out, long budget) throws IOException {
        var levels = CellLevels.read(cells);
        if (levels.factors().stream().noneMatch(factor -> factor.count() > 1)) {
            return;
        }
        ImmutableList<String> columns;
        try (var rows = TableReader.open(runs)) {
            columns = rows.columns();
        }
        var table = new EffectsTable(levels, runs, out);
        table.writeShares(table.measures(columns), budget);
        for (String split : Schemas.SPLITS) {
            if (columns.contains(split + "_loss")) {
                table.writeDifferences(split);
            }
        }
    }

    private ImmutableList<String> measures(ImmutableList<String> columns) {
        var factors = cells.factors().stream().map(CellLevels.Levels::factor).toList();
        return columns.stream()
                .filter(column -> !RunColumns.KEYS.contains(column) && !factors.contains(column))
                .collect(ImmutableList.toImmutableList());
    }

    private void writeShares(ImmutableList<String> measures, long budget) throws IOException {
        int replicates = RunValues.read(runs, ImmutableList.of()).replicates();
        long bytes = (long) Double.BYTES * cells.cells() * Math.max(1, replicates);
        int atOnce = (int) Math.max(1, Math.min(measures.size(), budget / bytes));
        var factors = Block.factors(cells, replicates);
        var replicate = Block.replicate(cells.cells(), replicates);
        for (var part : Lists.partition(measures, atOnce)) {
            var values = RunValues.read(runs, ImmutableList.copyOf(part));
            for (String measure : part) {
                writeShares(measure, values.column(measure), factors, replicate);
            }
        }
    }

    private void writeShares(String measure, double[] values, ImmutableList<Block> factors, Block replicate)
            throws IOException {
        long defined =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        if (defined == 0) {
            return;
        }
        boolean isBalanced = cells.isFullCrossing() && defined == values.length;
        var shares = EtaSquared.of(isBalanced ? values : new double[1]);
        Value incomplete = new Value.Undefined("INCOMPLETE_GRID");
        for (var factor : factors) {
            Value share = isBalanced ? shares.of(factor.levels(), factor.count()) : incomplete;
            out.write(share(measure, factor.name(), Value.BLANK, defined).set("estimate", share));
        }
        for (int f = 0; f < factors.size(); f++) {
            for (var other : factors.subList(f + 1, factors.size())) {
                var factor = factors.get(f);
                Value share = isBalanced
                        ? shares.of(factor.levels(), factor.count(), other.levels(), other.count())
                        : incomplete;
                out.write(share(measure, factor.name(), Value.of(other.name()), defined)
                        .set("estimate", share));
            }
        }
        if (replicate.count() > 1) {
            Value share = isBalanced ? shares.of(replicate.levels(), replicate.count()) : incomplete;
            out.write(share(measure, replicate.name(), Value.BLANK, defined).set("estimate", share));
        }
    }

    private Row share(String measure, String factor, Value other, long n) {
        return row(factor, "eta_squared", measure, n)
                .set("other", other)
                .set("from", Value.BLANK)
                .set("to", Value.BLANK)
                .set("ci_low", Value.BLANK)
                .set("ci_high", Value.BLANK)
                .set("ci_method", Value.BLANK)
                .set("quadrant", Value.BLANK);
    }

    private Row row(String factor, String statistic, String measure, long n) {
        return out.schema()
                .row()
                .set("factor", Value.of(factor))
                .set("statistic", Value.of(statistic))
                .set("measure", Value.of(measure))
                .set("n", Value.of(n));
    }

    private void writeDifferences(String split) throws IOException {
        String loss = split + "_loss";
        String accuracy = split + "_accuracy";
        var values = RunValues.read(runs, ImmutableList.of(loss, accuracy));
        double[] losses = values.column(loss);
        double[] accuracies = values.column(accuracy);
        var mean = new StudentMean(values.replicates());
        for (var contrast : LevelContrast.of(cells)) {
            double[] ofLoss = contrast.differences(losses, values.replicates()).toArray();
            double[] ofAccuracy =
                    contrast.differences(accuracies, values.replicates()).toArray();
            var lossEffect = effect(contrast, ofLoss, mean);
            var accuracyEffect = effect(contrast, ofAccuracy, mean);
            var quadrant = Value.of(
                    Quadrant.of(lossEffect.sign(), accuracyEffect.sign()).word());
            writeDifference(contrast, loss, ofLoss.length, lossEffect, quadrant);
            writeDifference(contrast, accuracy, ofAccuracy.length, accuracyEffect, quadrant);
        }
    }

    private static Estimated effect(LevelContrast contrast, double[] differences, StudentMean mean) {
        return contrast.pairs().isEmpty() ? Estimated.undefined("INCOMPLETE_GRID") : mean.of(differences);
    }

    private void writeDifference(LevelContrast contrast, String measure, int n, Estimated effect, Value quadrant)
            throws IOException {
        var row = row(contrast.factor(), "difference", measure, n)
                .set("other", Value.BLANK)
                .set("from", Value.of(contrast.from()))
                .set("to", Value.of(contrast.to()))
                .set("quadrant", quadrant);
        out.write(effect.set(row, "estimate"));
    }
}
