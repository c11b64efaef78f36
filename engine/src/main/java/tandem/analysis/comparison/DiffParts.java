package tandem.analysis.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import tandem.analysis.Rounded;
import tandem.analysis.comparison.diff.FolderDiff;
import tandem.analysis.comparison.diff.TableDiff;
import tandem.analysis.comparison.diff.TableOutcome;

/** The answer to the first question: are they the same? */
final class DiffParts {
    private static final int WIDEST_FIELD = 40;

    private final String first;
    private final String second;
    private final int shown;
    private final ImmutableList.Builder<Part> parts = ImmutableList.builder();

    private DiffParts(String first, String second, int shown) {
        this.first = first;
        this.second = second;
        this.shown = shown;
    }

    /** @param shown most rows, columns or fields listed of each kind */
    static ImmutableList<Part> of(String first, String second, FolderDiff diff, int shown) {
        var parts = new DiffParts(first, second, shown);
        parts.heading(
                diff.isEmpty()
                        ? "Yes: " + counted(diff.tables().size(), "table") + " compared."
                        : "No: " + diff.different() + " of "
                                + counted(diff.tables().size(), "table")
                                + (diff.different() == 1 ? " differs." : " differ."),
                diff.sameScenario() ? "" : " The scenarios are not the same.");
        if (!diff.tables().isEmpty()) {
            parts.parts.add(new Part.Table(
                    ImmutableList.of("table", "outcome"),
                    diff.tables().stream()
                            .map(table -> ImmutableList.of(table.file().fileName(), parts.outcome(table)))
                            .collect(toImmutableList()),
                    2));
        }
        diff.tables().stream()
                .filter(TableOutcome.NotJoined.class::isInstance)
                .map(table -> ((TableOutcome.NotJoined) table).reason())
                .distinct()
                .forEach(reason -> parts.parts.add(new Part.Sentence("Rows are not joined where " + reason + ".")));
        for (var table : diff.tables()) {
            if (table instanceof TableOutcome.Different(var file, var different)) {
                parts.details(file.fileName(), different);
            }
        }
        return parts.parts.build();
    }

    /** Of two files. */
    static ImmutableList<Part> of(String first, String second, TableDiff diff, int shown) {
        var parts = new DiffParts(first, second, shown);
        parts.heading(
                diff.isEmpty()
                        ? "Yes: " + counted(diff.rows().joined(), "row") + " compared."
                        : "No: " + parts.outcome(diff) + ".",
                "");
        parts.details("", diff);
        return parts.parts.build();
    }

    private void heading(String answer, String addition) {
        parts.add(new Part.Heading("Are " + first + " and " + second + " the same?"));
        parts.add(new Part.Sentence(answer + addition));
    }

    private String outcome(TableOutcome outcome) {
        return switch (outcome) {
            case TableOutcome.Same same -> same.ground().text();
            case TableOutcome.Different different -> outcome(different.diff());
            case TableOutcome.DifferentDigests _ ->
                "the manifests list different digests, and one folder does not have it";
            case TableOutcome.OnlyOne one -> "only in " + (one.first() ? first : second);
            case TableOutcome.NotJoined _ -> "not the same bytes; rows not joined";
        };
    }

    private String outcome(TableDiff diff) {
        var rows = diff.rows();
        var clauses = ImmutableList.<String>builder();
        if (rows.changed() > 0) {
            clauses.add(String.format(
                    Locale.ROOT,
                    "%s of %,d differ, in %s of %s",
                    counted(rows.changed(), "row"),
                    rows.joined(),
                    counted(diff.changedFields(), "field"),
                    counted(diff.columns().size(), "column")));
        }
        if (rows.onlyFirst() > 0) {
            clauses.add(counted(rows.onlyFirst(), "row") + " only in " + first);
        }
        if (rows.onlySecond() > 0) {
            clauses.add(counted(rows.onlySecond(), "row") + " only in " + second);
        }
        if (!diff.firstColumns().isEmpty()) {
            clauses.add(counted(diff.firstColumns().size(), "column") + " only in " + first);
        }
        if (!diff.secondColumns().isEmpty()) {
            clauses.add(counted(diff.secondColumns().size(), "column") + " only in " + second);
        }
        return String.join("; ", clauses.build());
    }

    private void details(String table, TableDiff diff) {
        String of = table.isEmpty() ? "" : table + ": ";
        listed(
                of + "columns only in " + first,
                diff.firstColumns(),
                diff.firstColumns().size());
        listed(
                of + "columns only in " + second,
                diff.secondColumns(),
                diff.secondColumns().size());
        listed(of + "rows only in " + first, diff.firstRows(), diff.rows().onlyFirst());
        listed(of + "rows only in " + second, diff.secondRows(), diff.rows().onlySecond());
        if (!diff.columns().isEmpty()) {
            parts.add(new Part.Table(
                    ImmutableList.of(of + "column", "where", "fields that differ", "largest difference"),
                    diff.columns().stream()
                            .limit(shown)
                            .map(column -> ImmutableList.of(
                                    column.column(),
                                    column.at(),
                                    String.format(Locale.ROOT, "%,d", column.count()),
                                    Double.isFinite(column.largest()) ? Rounded.toFourDigits(column.largest()) : "-"))
                            .collect(toImmutableList()),
                    2));
        }
        if (!diff.fields().isEmpty()) {
            parts.add(new Part.Table(
                    ImmutableList.of(of + "row", "column", first, second),
                    diff.fields().stream()
                            .map(field -> ImmutableList.of(
                                    field.key(), field.column(), orBlank(field.first()), orBlank(field.second())))
                            .collect(toImmutableList()),
                    4));
        }
    }

    private void listed(String what, ImmutableList<String> some, long all) {
        if (all > 0) {
            long more = all - Math.min(shown, some.size());
            parts.add(new Part.Sentence(what + ": "
                    + String.join("; ", some.subList(0, Math.min(shown, some.size())))
                    + (more > 0 ? String.format(Locale.ROOT, "; and %,d more", more) : "")));
        }
    }

    private static String orBlank(String field) {
        if (field.length() > WIDEST_FIELD) {
            return field.substring(0, WIDEST_FIELD) + "...";
        }
        return field.isEmpty() ? "(empty)" : field;
    }

    private static String counted(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
