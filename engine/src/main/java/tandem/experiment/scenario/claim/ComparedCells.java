package tandem.experiment.scenario.claim;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import tandem.claims.Expectation;
import tandem.experiment.grid.Exclusion;
import tandem.experiment.scenario.factor.VariedFactor;

/**
 * The cells a claim is about, where some are excluded. Levels are compared fairly only if they differ in nothing else:
 * every combination of the other factors must have all of them or none.
 */
final class ComparedCells {
    private final ImmutableList<VariedFactor> factors;
    private final ImmutableList<Exclusion> exclusions;

    ComparedCells(ImmutableList<VariedFactor> factors, ImmutableList<Exclusion> exclusions) {
        this.factors = factors;
        this.exclusions = exclusions;
    }

    /** What is wrong with the cells of a claim; empty where nothing is. */
    String problem(Selection selection, Expectation expect) {
        if (exclusions.isEmpty()) {
            return "";
        }
        int[][] levels = new int[factors.size()][];
        for (int f = 0; f < levels.length; f++) {
            levels[f] = levels(f, selection);
        }
        int trend = trend(expect);
        // The compared factors vary fastest.
        int[] order = IntStream.range(0, levels.length)
                .boxed()
                .sorted((a, b) -> Boolean.compare(isCompared(a, selection, trend), isCompared(b, selection, trend)))
                .mapToInt(Integer::intValue)
                .toArray();
        long together = 1;
        for (int f = 0; f < levels.length; f++) {
            together *= isCompared(f, selection, trend) ? levels[f].length : 1;
        }
        return problem(levels, order, together);
    }

    private int[] levels(int factor, Selection selection) {
        Integer fixed = selection.fixed().get(factor);
        if (fixed != null) {
            return new int[] {fixed};
        }
        return selection.compared() == factor
                ? selection.levels().stream().mapToInt(Integer::intValue).toArray()
                : IntStream.range(0, factors.get(factor).levels().size()).toArray();
    }

    private static boolean isCompared(int factor, Selection selection, int trend) {
        return factor == selection.compared() || factor == trend;
    }

    private int trend(Expectation expect) {
        String name = switch (expect) {
            case Expectation.Increases(String factor, var _) -> factor;
            case Expectation.Decreases(String factor, var _) -> factor;
            case Expectation.Above _, Expectation.Below _, Expectation.Between _, Expectation.Equals _ -> "";
        };
        return factors.stream().map(VariedFactor::name).toList().indexOf(name);
    }

    /** @param together cells that follow each other and are compared */
    private String problem(int[][] levels, int[] order, long together) {
        int[] positions = new int[levels.length];
        boolean any = false;
        boolean more = true;
        while (more) {
            long kept = 0;
            for (long i = 0; i < together; i++) {
                kept += isKept(levels, positions) ? 1 : 0;
                more = advance(levels, order, positions);
            }
            if (kept != 0 && kept != together) {
                return "compares cells that differ in more than the levels compared, since exclude leaves some out;"
                        + " fix the other factors in where";
            }
            any |= kept != 0;
        }
        return any ? "" : "is about no cell, since exclude leaves them all out; change where";
    }

    private boolean isKept(int[][] levels, int[] positions) {
        int[] cell = new int[levels.length];
        for (int f = 0; f < cell.length; f++) {
            cell[f] = levels[f][positions[f]];
        }
        return exclusions.stream().noneMatch(exclusion -> exclusion.matches(cell));
    }

    /** The next combination, the last factor in {@code order} fastest; false when all have been seen. */
    private static boolean advance(int[][] levels, int[] order, int[] positions) {
        for (int i = order.length - 1; i >= 0; i--) {
            int f = order[i];
            if (++positions[f] < levels[f].length) {
                return true;
            }
            positions[f] = 0;
        }
        return false;
    }
}
