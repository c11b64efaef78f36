package tandem.analysis.claims;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tandem.analysis.Difference;
import tandem.claims.Claim;
import tandem.tables.TableReader;

/** The values of one claim by replicate. Memory holds a sum for each replicate and compared level, however many cells. */
final class ClaimValues {
    private final Claim claim;
    private final ClaimCells cells;
    private final double[][] sums;
    private final long[][] counts;
    private int replicates;

    private ClaimValues(Claim claim) {
        this.claim = claim;
        this.cells = new ClaimCells(claim);
        int groups = cells.stepLevels() * cells.sides();
        this.sums = new double[groups][1];
        this.counts = new long[groups][1];
    }

    /**
     * The values of each claim, in one pass.
     *
     * @param runs runs.csv
     */
    static ImmutableList<ClaimValues> read(Path runs, ImmutableList<Claim> claims) throws IOException {
        var values = claims.stream().map(ClaimValues::new).collect(ImmutableList.toImmutableList());
        try (var rows = TableReader.open(runs)) {
            while (rows.hasNext()) {
                var run = rows.next();
                int replicate = Math.toIntExact(run.integer("replicate"));
                for (ClaimValues one : values) {
                    one.add(run, replicate);
                }
            }
        }
        return values;
    }

    private void add(TableReader.Fields run, int replicate) {
        replicates = Math.max(replicates, replicate + 1);
        int group = cells.group(run);
        if (group == ClaimCells.NONE) {
            return;
        }
        if (replicate >= sums[group].length) {
            sums[group] = Arrays.copyOf(sums[group], 2 * (replicate + 1));
            counts[group] = Arrays.copyOf(counts[group], 2 * (replicate + 1));
        }
        // One cell without a value leaves the replicate without one: NaN stays NaN.
        sums[group][replicate] += value(run);
        counts[group][replicate]++;
    }

    private double value(TableReader.Fields run) {
        double measure = run.number(claim.measure()).orElse(Double.NaN);
        return claim.minus().isEmpty()
                ? measure
                : Difference.of(run.number(claim.minus().get()).orElse(Double.NaN), measure);
    }

    Claim claim() {
        return claim;
    }

    /** All replicates of the table. */
    int replicates() {
        return replicates;
    }

    /**
     * By level of the trend (one where there is none) the values of the replicates that have all of them: means over the
     * cells, or differences of such means where the claim has a contrast. In the order of the replicates.
     */
    double[][] complete() {
        List<double[]> complete = new ArrayList<>();
        for (int r = 0; r < replicates; r++) {
            double[] values = new double[cells.stepLevels()];
            for (int level = 0; level < values.length; level++) {
                values[level] = value(level, r);
            }
            if (Arrays.stream(values).allMatch(Double::isFinite)) {
                complete.add(values);
            }
        }
        double[][] byLevel = new double[cells.stepLevels()][complete.size()];
        for (int level = 0; level < byLevel.length; level++) {
            for (int i = 0; i < complete.size(); i++) {
                byLevel[level][i] = complete.get(i)[level];
            }
        }
        return byLevel;
    }

    private double value(int level, int replicate) {
        return cells.sides() == 1
                ? mean(level, replicate)
                : Difference.of(mean(2 * level, replicate), mean(2 * level + 1, replicate));
    }

    private double mean(int group, int replicate) {
        return replicate < sums[group].length ? sums[group][replicate] / counts[group][replicate] : Double.NaN;
    }
}
