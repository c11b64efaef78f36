package tandem.analysis.correlation;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import tandem.analysis.CellLevels;

/**
 * Cells of one data set. Over several data sets loss and accuracy may go together for no other reason than that some
 * are harder.
 *
 * @param name level of the factor {@code data.source}, or {@value #ALL}
 * @param cells in ascending order
 */
record Stratum(String name, ImmutableList<Integer> cells) {
    static final String ALL = "all";
    private static final String FACTOR = "data.source";

    /** All cells, and where the data set is a factor of several levels the cells of each. */
    static ImmutableList<Stratum> of(CellLevels cells) {
        var all = IntStream.range(0, cells.cells()).boxed().collect(ImmutableList.toImmutableList());
        return ImmutableList.<Stratum>builder()
                .add(new Stratum(ALL, all))
                .addAll(byDataSet(cells))
                .build();
    }

    /** The cells of each data set; all cells where there is one. */
    static ImmutableList<Stratum> comparable(CellLevels cells) {
        var strata = of(cells);
        return strata.size() == 1 ? strata : strata.subList(1, strata.size());
    }

    private static ImmutableList<Stratum> byDataSet(CellLevels cells) {
        var strata = ImmutableList.<Stratum>builder();
        for (var factor : cells.factors()) {
            for (int l = 0;
                    l < factor.count() && factor.count() > 1 && factor.factor().equals(FACTOR);
                    l++) {
                int level = l;
                var members = IntStream.range(0, cells.cells())
                        .filter(cell -> factor.byCell().get(cell) == level)
                        .boxed()
                        .collect(ImmutableList.toImmutableList());
                strata.add(new Stratum(factor.levels().get(level), members));
            }
        }
        return strata.build();
    }
}
