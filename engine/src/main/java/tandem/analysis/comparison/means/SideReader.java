package tandem.analysis.comparison.means;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/** Reads the values of sides; memory holds a sum for each group, measure and replicate. */
public final class SideReader {
    /** More could neither be read by anybody nor decided, since each shares the error with all others. */
    public static final int MOST_COMPARISONS = 100_000;

    private final SideTable table;
    private final Grouping grouping;
    private final Replicates replicates;
    /** Those of the measures and kept factors that the table has. */
    private final ImmutableSet<String> columns;

    private final Map<ImmutableList<String>, GroupSums> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> hidden = new LinkedHashMap<>();

    private SideReader(SideTable table, Grouping grouping, Replicates replicates) {
        this.table = table;
        this.grouping = grouping;
        this.replicates = replicates;
        this.columns = ImmutableSet.<String>builder()
                .addAll(table.results())
                .addAll(table.factors())
                .build();
        table.factors().stream()
                .filter(factor -> !grouping.kept().contains(factor))
                .forEach(factor -> hidden.put(factor, new LinkedHashSet<>()));
    }

    /**
     * The sides of the tables.
     *
     * @throws TooManyException where there are more cells times measures than {@link #MOST_COMPARISONS}
     */
    public static ImmutableList<Side> read(ImmutableList<SideTable> tables, Grouping grouping)
            throws IOException, TooManyException {
        var replicates = new Replicates();
        var readers = ImmutableList.<SideReader>builder();
        for (SideTable table : tables) {
            var reader = new SideReader(table, grouping, replicates);
            try (var rows = TableReader.open(table.path())) {
                while (rows.hasNext()) {
                    reader.add(rows.next());
                }
            }
            readers.add(reader);
        }
        int[] ranks = replicates.ranks();
        return readers.build().stream().map(reader -> reader.side(ranks)).collect(ImmutableList.toImmutableList());
    }

    private void add(TableReader.Fields row) throws TooManyException {
        for (String factor : grouping.filter().keySet()) {
            if (table.factors().contains(factor)
                    && grouping.filter().get(factor).stream()
                            .noneMatch(asked -> Level.isMeant(asked, row.text(factor)))) {
                return;
            }
        }
        var levels = grouping.kept().stream()
                .filter(columns::contains)
                .map(row::text)
                .collect(ImmutableList.toImmutableList());
        hidden.forEach((factor, seen) -> seen.add(row.text(factor)));
        var sums = groups.get(levels);
        if (sums == null) {
            if ((long) (groups.size() + 1) * grouping.measures().size() > MOST_COMPARISONS) {
                throw new TooManyException();
            }
            sums = new GroupSums(grouping.measures().size());
            groups.put(levels, sums);
        }
        int slot = slot(row, sums);
        for (int m = 0; m < grouping.measures().size(); m++) {
            String measure = grouping.measures().get(m);
            if (columns.contains(measure)) {
                sums.add(m, slot, table.value(row, measure));
            }
        }
    }

    private int slot(TableReader.Fields row, GroupSums sums) {
        if (table.replicate().isEmpty()) {
            return sums.nextSlot();
        }
        String column = table.replicate().get();
        String replicate = row.text(column);
        if (replicate.isBlank()) {
            throw new UnusableTableException(
                    table.path(),
                    row.line(),
                    lenientFormat("column %s tells repetitions apart, and is empty here; fill it in", column));
        }
        return sums.slotOf(replicates.idOf(replicate));
    }

    private Side side(int[] ranks) {
        var sides = ImmutableMap.<ImmutableList<String>, ImmutableMap<String, Values>>builder();
        groups.forEach((levels, sums) -> {
            var values = ImmutableMap.<String, Values>builder();
            for (int m = 0; m < grouping.measures().size(); m++) {
                String measure = grouping.measures().get(m);
                if (columns.contains(measure)) {
                    values.put(measure, sums.values(m, ranks));
                }
            }
            sides.put(levels, values.buildOrThrow());
        });
        var varying = ImmutableMap.<String, ImmutableList<String>>builder();
        hidden.forEach((factor, levels) -> {
            if (levels.size() > 1) {
                varying.put(factor, ImmutableList.copyOf(levels));
            }
        });
        return new Side(table.label(), sides.buildOrThrow(), varying.buildOrThrow(), table.notes());
    }

    /** Says that there are too many cells to be compared one by one. */
    public static final class TooManyException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
