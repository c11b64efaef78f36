package tandem.analysis.comparison.means;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/** Reads the values of a side; memory holds a sum and a count for each group, measure and replicate. */
public final class SideReader {
    /** More could neither be read by anybody nor decided, since each shares the error with all others. */
    public static final int MOST_COMPARISONS = 100_000;

    private static final int MOST_REPLICATES = 10_000_000;

    private final SideTable table;
    private final Grouping grouping;
    /** Those of the measures and kept factors that the table has. */
    private final ImmutableSet<String> columns;

    private final Map<ImmutableList<String>, Sums[]> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> hidden = new LinkedHashMap<>();

    private SideReader(SideTable table, Grouping grouping) {
        this.table = table;
        this.grouping = grouping;
        this.columns = ImmutableSet.<String>builder()
                .addAll(table.results())
                .addAll(table.factors())
                .build();
        table.factors().stream()
                .filter(factor -> !grouping.kept().contains(factor))
                .forEach(factor -> hidden.put(factor, new LinkedHashSet<>()));
    }

    /**
     * The side of a table.
     *
     * @throws TooManyException where there are more cells times measures than {@link #MOST_COMPARISONS}
     */
    public static Side read(SideTable table, Grouping grouping) throws IOException, TooManyException {
        var reader = new SideReader(table, grouping);
        try (var rows = TableReader.open(table.path())) {
            while (rows.hasNext()) {
                reader.add(rows.next());
            }
        }
        return reader.side();
    }

    private void add(TableReader.Fields row) throws TooManyException {
        for (String factor : grouping.filter().keySet()) {
            if (table.factors().contains(factor)
                    && !grouping.filter().get(factor).contains(row.text(factor))) {
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
            sums = grouping.measures().stream().map(_ -> new Sums()).toArray(Sums[]::new);
            groups.put(levels, sums);
        }
        for (int m = 0; m < sums.length; m++) {
            String measure = grouping.measures().get(m);
            if (columns.contains(measure)) {
                sums[m].add(replicate(row, sums[m]), row.number(measure).orElse(Double.NaN));
            }
        }
    }

    private int replicate(TableReader.Fields row, Sums sums) {
        if (table.replicate().isEmpty()) {
            return sums.length;
        }
        String column = table.replicate().get();
        long replicate = row.integer(column);
        if (replicate < 0 || replicate > MOST_REPLICATES) {
            throw new UnusableTableException(
                    table.path(),
                    row.line(),
                    lenientFormat("column %s must hold 0 to %s: %s", column, MOST_REPLICATES, replicate));
        }
        return (int) replicate;
    }

    private Side side() {
        var sides = ImmutableMap.<ImmutableList<String>, ImmutableMap<String, Values>>builder();
        groups.forEach((levels, sums) -> {
            var values = ImmutableMap.<String, Values>builder();
            for (int m = 0; m < sums.length; m++) {
                if (sums[m].length > 0) {
                    values.put(grouping.measures().get(m), sums[m].values());
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

    /** By replicate the sum over the rows of a group; NaN where one has no value. */
    private static final class Sums {
        private double[] sums = new double[4];
        private int[] counts = new int[4];
        private int length;

        void add(int replicate, double value) {
            if (replicate >= sums.length) {
                sums = Arrays.copyOf(sums, 2 * replicate + 2);
                counts = Arrays.copyOf(counts, sums.length);
            }
            sums[replicate] += value;
            counts[replicate]++;
            length = Math.max(length, replicate + 1);
        }

        Values values() {
            var means = ImmutableDoubleArray.builder(length);
            var absent = ImmutableSet.<Integer>builder();
            for (int r = 0; r < length; r++) {
                // A replicate that is not there has no value, as 0 / 0.
                means.add(sums[r] / counts[r]);
                if (counts[r] == 0) {
                    absent.add(r);
                }
            }
            return new Values.Each(means.build(), absent.build());
        }
    }
}
