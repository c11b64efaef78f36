package tandem.analysis.effects;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.analysis.CellLevels;

/**
 * One level of a factor against the factor's first level: pairs of cells that agree in all other factors.
 *
 * @param from the first level
 * @param pairs without those of which a cell is excluded from the grid; may be empty
 */
record LevelContrast(String factor, String from, String to, ImmutableList<Pair> pairs) {
    private static final double TOLERANCE = 1e-12;

    /** Two cells by number. */
    record Pair(int from, int to) {}

    /** Every level of every factor but the first, in the order of the factors. */
    static ImmutableList<LevelContrast> of(CellLevels cells) {
        var contrasts = ImmutableList.<LevelContrast>builder();
        for (int f = 0; f < cells.factors().size(); f++) {
            contrasts.addAll(ofFactor(cells, f));
        }
        return contrasts.build();
    }

    private static ImmutableList<LevelContrast> ofFactor(CellLevels cells, int f) {
        var factor = cells.factors().get(f);
        Map<Long, Integer> first = new LinkedHashMap<>();
        for (int cell = 0; cell < cells.cells(); cell++) {
            if (factor.byCell().get(cell) == 0) {
                first.put(others(cells, f, cell), cell);
            }
        }
        var pairs = new LinkedHashMap<Integer, ImmutableList.Builder<Pair>>();
        for (int level = 1; level < factor.count(); level++) {
            pairs.put(level, ImmutableList.builder());
        }
        for (int cell = 0; cell < cells.cells(); cell++) {
            var ofLevel = pairs.get(factor.byCell().get(cell));
            Integer from = first.get(others(cells, f, cell));
            if (ofLevel != null && from != null) {
                ofLevel.add(new Pair(from, cell));
            }
        }
        var contrasts = ImmutableList.<LevelContrast>builder();
        pairs.forEach((level, ofLevel) -> contrasts.add(new LevelContrast(
                factor.factor(), factor.levels().getFirst(), factor.levels().get(level), ofLevel.build())));
        return contrasts.build();
    }

    /** A number for the levels of all other factors; different for different ones, as a grid has at most 10^9 combinations. */
    private static long others(CellLevels cells, int f, int cell) {
        long number = 0;
        for (int other = 0; other < cells.factors().size(); other++) {
            var factor = cells.factors().get(other);
            if (other != f) {
                number = number * factor.count() + factor.byCell().get(cell);
            }
        }
        return number;
    }

    /**
     * By replicate the mean difference over the pairs, in which 1e-12 of the values' size and less is rounding and so
     * 0. A replicate counts only if all pairs have their values: otherwise replicates would differ in what they
     * compare.
     *
     * @param values by cell, then replicate; NaN where undefined
     */
    ImmutableDoubleArray differences(double[] values, int replicates) {
        var differences = ImmutableDoubleArray.builder(replicates);
        for (int replicate = 0; replicate < replicates && !pairs.isEmpty(); replicate++) {
            double mean = 0;
            double largest = 1;
            int count = 0;
            for (var pair : pairs) {
                double from = values[pair.from() * replicates + replicate];
                double to = values[pair.to() * replicates + replicate];
                mean += (to - from - mean) / ++count;
                largest = Math.max(largest, Math.max(Math.abs(from), Math.abs(to)));
            }
            if (!Double.isNaN(mean)) {
                differences.add(Math.abs(mean) <= TOLERANCE * largest ? 0 : mean);
            }
        }
        return differences.build();
    }
}
