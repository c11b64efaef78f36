package tandem.analysis.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import tandem.analysis.Rounded;
import tandem.analysis.comparison.diff.TableDiff;

/**
 * The rows, columns and fields in which tables differ.
 *
 * @param shown most that are listed of each kind; all others are counted
 */
record FieldParts(String first, String second, int shown) {
    private static final double LARGEST_COUNT = 1e9;

    /** @param table its name; empty where it goes without saying */
    ImmutableList<Part> of(String table, TableDiff diff) {
        var parts = ImmutableList.<Part>builder();
        String of = table.isEmpty() ? "" : table + ": ";
        listed(
                of + "columns only in " + first,
                diff.firstColumns(),
                diff.firstColumns().size(),
                parts);
        listed(
                of + "columns only in " + second,
                diff.secondColumns(),
                diff.secondColumns().size(),
                parts);
        listed(of + "rows only in " + first, diff.firstRows(), diff.rows().onlyFirst(), parts);
        listed(of + "rows only in " + second, diff.secondRows(), diff.rows().onlySecond(), parts);
        if (shown > 0 && !diff.columns().isEmpty()) {
            parts.add(columns(of, diff));
            parts.add(fields(of, diff));
            more(of, diff, parts);
        }
        return parts.build();
    }

    private Part.Table columns(String of, TableDiff diff) {
        return new Part.Table(
                ImmutableList.of(of + "column", "where", "fields that differ", "largest difference"),
                diff.columns().stream()
                        .limit(shown)
                        .map(column -> ImmutableList.of(
                                column.column(),
                                column.at(),
                                String.format(Locale.ROOT, "%,d", column.count()),
                                size(column.largest())))
                        .collect(toImmutableList()),
                2);
    }

    private static String size(double difference) {
        boolean count = difference == Math.rint(difference) && Math.abs(difference) < LARGEST_COUNT;
        return count
                ? String.format(Locale.ROOT, "%,d", (long) difference)
                : Double.isFinite(difference) ? Rounded.toFourDigits(difference) : DifferenceText.NONE;
    }

    private Part.Table fields(String of, TableDiff diff) {
        return new Part.Table(
                ImmutableList.of(of + "row", "column", first, second),
                diff.fields().stream()
                        .limit(shown)
                        .map(field -> ImmutableList.of(
                                field.key(),
                                field.column(),
                                DifferenceText.field(field.first()),
                                DifferenceText.field(field.second())))
                        .collect(toImmutableList()),
                4);
    }

    private void more(String of, TableDiff diff, ImmutableList.Builder<Part> parts) {
        long fields = diff.changedFields();
        int columns = diff.columns().size();
        if (fields > shown || columns > shown) {
            parts.add(new Part.Sentence(String.format(
                    Locale.ROOT,
                    "%s%,d of %s and %,d of %s that differ are listed: --show %d lists all.",
                    of,
                    Math.min(shown, fields),
                    Counts.of(fields, "field"),
                    Math.min(shown, columns),
                    Counts.of(columns, "column"),
                    Math.max(fields, columns))));
        }
    }

    private void listed(String what, ImmutableList<String> some, long all, ImmutableList.Builder<Part> parts) {
        if (all > 0) {
            int listed = Math.min(shown, some.size());
            long more = all - listed;
            String names = String.join("; ", some.subList(0, listed));
            parts.add(new Part.Sentence(what + ": " + names
                    + (more == 0 ? "" : String.format(Locale.ROOT, listed == 0 ? "%,d" : "; and %,d more", more))));
        }
    }
}
