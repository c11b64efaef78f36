package tandem.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tandem.tables.TableReader;

/**
 * Which level of which factor every cell has, from cells.csv.
 *
 * @param cells how many there are
 */
public record CellLevels(int cells, ImmutableList<Levels> factors) {

    /**
     * One factor.
     *
     * @param levels in the order of the scenario
     * @param byCell index of each cell's level
     */
    public record Levels(String factor, ImmutableList<String> levels, ImmutableIntArray byCell) {

        public int count() {
            return levels.size();
        }
    }

    /** Reads cells.csv, its cells in the order of the grid: the last factor varies fastest. */
    public static CellLevels read(Path cells) throws IOException {
        var factors = SummaryTable.factors(cells);
        var texts = new ArrayList<List<String>>();
        try (var rows = TableReader.open(cells)) {
            while (rows.hasNext()) {
                var fields = rows.next();
                texts.add(factors.stream().map(fields::text).toList());
            }
        }
        var read = ImmutableList.<Levels>builder();
        for (int f = 0; f < factors.size(); f++) {
            read.add(levels(factors.get(f), f, texts));
        }
        return new CellLevels(texts.size(), read.build());
    }

    /** Whether every combination of levels is a cell. */
    public boolean isFullCrossing() {
        long combinations = 1;
        for (var factor : factors) {
            combinations *= factor.count();
            if (combinations > cells) {
                return false;
            }
        }
        return combinations == cells;
    }

    private static Levels levels(String factor, int index, List<List<String>> texts) {
        var levels = inOrder(index, texts);
        Map<String, Integer> indices = new LinkedHashMap<>();
        levels.forEach(level -> indices.put(level, indices.size()));
        var byCell = ImmutableIntArray.builder(texts.size());
        for (var cell : texts) {
            byCell.add(indices.getOrDefault(cell.get(index), -1));
        }
        return new Levels(factor, levels, byCell.build());
    }

    /**
     * The levels in the scenario's order. Cells that agree in the earlier factors follow each other and show the
     * factor's levels in that order, but where cells are excluded perhaps not all of them: the fullest such sequence
     * counts, and what it lacks comes behind.
     */
    private static ImmutableList<String> inOrder(int index, List<List<String>> texts) {
        ImmutableList<String> fullest = ImmutableList.of();
        var all = new ArrayList<String>();
        for (int from = 0, to; from < texts.size(); from = to) {
            var earlier = texts.get(from).subList(0, index);
            to = from;
            while (to < texts.size() && texts.get(to).subList(0, index).equals(earlier)) {
                to++;
            }
            var sequence = texts.subList(from, to).stream()
                    .map(cell -> cell.get(index))
                    .distinct()
                    .collect(ImmutableList.toImmutableList());
            fullest = sequence.size() > fullest.size() ? sequence : fullest;
            all.addAll(sequence);
        }
        return ImmutableList.<String>builder().addAll(fullest).addAll(all).build().stream()
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
