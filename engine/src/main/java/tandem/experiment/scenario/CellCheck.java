package tandem.experiment.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.LongMath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tandem.experiment.grid.Exclusion;
import tandem.experiment.problem.Problem;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.schema.Type;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.random.RandomStream;

/**
 * Checks the cells of a grid and reports each problem once, naming the levels it depends on. Levels were checked one by one before, so of a
 * factor of numbers the lowest, the highest and zero are enough (see {@link Contradictions}), unless exclusions pick among its levels. Of more
 * than {@value #MOST_CELLS} cells that remain about {@value #SAMPLE} are drawn, such that every level of every factor is among them; what they do not show is
 * found when its cell is resolved.
 */
final class CellCheck {
    private static final int MOST_CELLS = 100_000;
    /** Cells drawn where there are more than those; to check one takes several times as long as to resolve it. */
    private static final int SAMPLE = 20_000;

    private final CellTrees trees;
    private final ImmutableList<Exclusion> exclusions;
    private final Map<Problem, Seen> seen = new LinkedHashMap<>();
    private int checked;

    CellCheck(CellTrees trees, ImmutableList<Exclusion> exclusions) {
        this.trees = trees;
        this.exclusions = exclusions;
    }

    /** Reports all problems; whether no cell can have another. */
    boolean report(Problems problems) {
        int count = trees.factors().size();
        int[][] levels = new int[count][];
        long combinations = 1;
        for (int f = 0; f < count; f++) {
            levels[f] = representatives(f);
            combinations = LongMath.saturatedMultiply(combinations, levels[f].length);
        }
        boolean all = combinations <= MOST_CELLS;
        if (all) {
            checkAll(levels, (int) combinations);
        } else {
            checkSample(levels);
        }
        seen.forEach((problem, cells) -> {
            // A value that a factor replaces in some cells was checked on its own already.
            if (!problems.contains(problem)) {
                problems.add(cells.count == checked ? problem : trees.inCells(problem, cells.common));
            }
        });
        return all;
    }

    private void checkAll(int[][] levels, int combinations) {
        for (int i = 0; i < combinations; i++) {
            int[] cell = new int[levels.length];
            int index = i;
            for (int f = levels.length - 1; f >= 0; f--) {
                cell[f] = levels[f][index % levels[f].length];
                index /= levels[f].length;
            }
            checkUnlessExcluded(cell);
        }
    }

    /** Each level of each factor in turn, with levels of the other factors that are drawn, always the same. */
    private void checkSample(int[][] levels) {
        var random = new RandomStream(0).generator();
        int drawn = 0;
        while (drawn < SAMPLE) {
            for (int f = 0; f < levels.length; f++) {
                for (int level : levels[f]) {
                    int[] cell = new int[levels.length];
                    for (int other = 0; other < levels.length; other++) {
                        cell[other] = other == f ? level : levels[other][random.nextInt(levels[other].length)];
                    }
                    checkUnlessExcluded(cell);
                    drawn++;
                }
            }
        }
    }

    private void checkUnlessExcluded(int[] cell) {
        if (exclusions.stream().noneMatch(exclusion -> exclusion.matches(cell))) {
            check(cell);
        }
    }

    private int[] representatives(int f) {
        var factor = trees.factors().get(f);
        var types = Schema.typesAt(factor.name());
        boolean numbers = !types.isEmpty()
                && types.stream().allMatch(type -> type instanceof Type.Real || type instanceof Type.Whole);
        boolean excluded =
                exclusions.stream().anyMatch(exclusion -> exclusion.levels().containsKey(f));
        if (!numbers || excluded) {
            return IntStream.range(0, factor.levels().size()).toArray();
        }
        double[] values = factor.levels().stream()
                .mapToDouble(level -> Double.parseDouble(level.text()))
                .toArray();
        int lowest = 0;
        int highest = 0;
        int zero = 0;
        for (int level = 0; level < values.length; level++) {
            lowest = values[level] < values[lowest] ? level : lowest;
            highest = values[level] > values[highest] ? level : highest;
            zero = values[level] == 0 ? level : zero;
        }
        return IntStream.of(lowest, highest, zero).distinct().sorted().toArray();
    }

    private void check(int[] cell) {
        checked++;
        var found = new Problems();
        check(trees.tree(cell), found);
        for (var problem : found.inFileOrder()) {
            seen.computeIfAbsent(problem, _ -> new Seen(cell)).add(cell);
        }
    }

    private static void check(Node.Entries tree, Problems problems) {
        var resolved = ImmutableMap.<String, Node.Entry>builder();
        for (var key : Schema.CONDITIONS.keys()) {
            var entry = tree.entries().get(key.name());
            Node section = entry == null
                    ? null
                    : new Checker(problems).check(key.type(), entry.value(), KeyPath.ROOT.child(key.name()));
            if (section != null) {
                resolved.put(key.name(), new Node.Entry(requireNonNull(entry).keyPlace(), section));
            }
        }
        Contradictions.report(new Node.Entries(resolved.buildOrThrow(), tree.place()), tree, problems);
    }

    /** In how many cells a problem was seen, and the level index they all share for each factor, or -1. */
    private static final class Seen {
        final int[] common;
        int count;

        Seen(int[] first) {
            this.common = first.clone();
        }

        void add(int[] cell) {
            count++;
            for (int f = 0; f < cell.length; f++) {
                if (cell[f] != common[f]) {
                    common[f] = -1;
                }
            }
        }
    }
}
