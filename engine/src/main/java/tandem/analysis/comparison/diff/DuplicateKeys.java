package tandem.analysis.comparison.diff;

import static com.google.common.base.Strings.lenientFormat;

import java.util.stream.IntStream;
import tandem.tables.UnusableTableException;

/** Complains of two rows with one key. */
record DuplicateKeys(KeyedTable table) {
    private static final int MOST_COLUMNS = 6;

    UnusableTableException of(KeyedRow one, KeyedRow other) {
        return new UnusableTableException(
                table.path(),
                Math.max(one.line(), other.line()),
                lenientFormat(
                        "the key %s is also that of line %s; %s",
                        KeyText.shown(table.labels(), one.key()),
                        Math.min(one.line(), other.line()),
                        remedy(one, other)));
    }

    private String remedy(KeyedRow one, KeyedRow other) {
        var different = IntStream.range(0, table.columns().size())
                .filter(c -> !one.fields().apply(c).equals(other.fields().apply(c)))
                .mapToObj(table.columns()::get)
                .filter(column -> !column.isEmpty())
                .toList();
        return different.isEmpty()
                ? "the rows are the same, so remove one of them"
                : "the rows differ in "
                        + String.join(", ", different.subList(0, Math.min(MOST_COLUMNS, different.size())))
                        + (different.size() > MOST_COLUMNS ? ", ..." : "")
                        + ": name with --key what tells them apart, or with --replicate a column of repetitions, or"
                        + " remove one of them";
    }
}
