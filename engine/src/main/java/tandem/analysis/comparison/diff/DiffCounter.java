package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Counts what differs between joined rows. */
final class DiffCounter {
    private final ComparedColumns columns;
    private final DiffOptions options;
    private final List<Counted> counted = new ArrayList<>();
    private final List<TableDiff.FieldDiff> fields = new ArrayList<>();
    private final List<String> firstRows = new ArrayList<>();
    private final List<String> secondRows = new ArrayList<>();
    private long first;
    private long second;
    private long joined;
    private long changed;

    private static final class Counted {
        long count;
        double largest = Double.NaN;
        String at = "";
    }

    DiffCounter(ComparedColumns columns, DiffOptions options) {
        this.columns = columns;
        this.options = options;
        columns.names().forEach(_ -> counted.add(new Counted()));
    }

    void onlyFirst(KeyedRow row) {
        first++;
        keep(firstRows, row);
    }

    void onlySecond(KeyedRow row) {
        second++;
        keep(secondRows, row);
    }

    private void keep(List<String> keys, KeyedRow row) {
        if (keys.size() < options.shown()) {
            keys.add(columns.shown(row));
        }
    }

    /** Counts joined rows that are the same. */
    void same(long rows) {
        first += rows;
        second += rows;
        joined += rows;
    }

    boolean areSame(KeyedRow a, KeyedRow b) {
        for (int c = 0; c < counted.size(); c++) {
            if (!options.tolerance()
                    .covers(a.fields().apply(columns.first(c)), b.fields().apply(columns.second(c)))) {
                return false;
            }
        }
        return true;
    }

    void both(KeyedRow a, KeyedRow b) {
        first++;
        second++;
        joined++;
        boolean same = true;
        for (int c = 0; c < counted.size(); c++) {
            String x = a.fields().apply(columns.first(c));
            String y = b.fields().apply(columns.second(c));
            if (!options.tolerance().covers(x, y)) {
                same = false;
                note(c, a, x, y);
            }
        }
        changed += same ? 0 : 1;
    }

    private void note(int c, KeyedRow row, String x, String y) {
        var column = counted.get(c);
        column.count++;
        double distance = Math.abs(Tolerance.number(x) - Tolerance.number(y));
        if (distance > column.largest || (Double.isNaN(column.largest) && !Double.isNaN(distance))) {
            column.largest = distance;
            column.at = columns.shown(row);
        } else if (column.at.isEmpty()) {
            column.at = columns.shown(row);
        }
        if (fields.size() < options.shown()) {
            fields.add(
                    new TableDiff.FieldDiff(columns.shown(row), columns.names().get(c), x, y));
        }
    }

    TableDiff result() {
        var differing = ImmutableList.<TableDiff.ColumnDiff>builder();
        for (int c = 0; c < counted.size(); c++) {
            var column = counted.get(c);
            if (column.count > 0) {
                differing.add(
                        new TableDiff.ColumnDiff(columns.names().get(c), column.count, column.largest, column.at));
            }
        }
        return new TableDiff(
                new TableDiff.Rows(first, second, joined, changed),
                columns.onlyFirst(),
                columns.onlySecond(),
                differing.build(),
                ImmutableList.copyOf(fields),
                ImmutableList.copyOf(firstRows),
                ImmutableList.copyOf(secondRows));
    }
}
