package tandem.analysis.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import tandem.analysis.comparison.diff.FolderDiff;
import tandem.analysis.comparison.diff.TableDiff;
import tandem.analysis.comparison.diff.TableOutcome;

/** The answer to the first question: are they the same? */
final class DiffParts {
    private static final int FEW = 10;

    private final String first;
    private final String second;
    private final ImmutableList.Builder<Part> parts = ImmutableList.builder();

    private DiffParts(Answers.Same same) {
        this.first = same.first();
        this.second = same.second();
    }

    /** Yes or no. */
    static ImmutableList<Part> answer(Answers.Same same) {
        var parts = new DiffParts(same);
        return ImmutableList.of(
                new Part.Heading("Are " + same.first() + " and " + same.second() + " the same?"),
                new Part.Sentence(
                        switch (same) {
                            case Answers.SameFolders folders -> parts.answer(folders.diff());
                            case Answers.SameFiles files -> parts.answer(files);
                        }));
    }

    private String answer(FolderDiff diff) {
        int tables = diff.tables().size();
        return diff.isEmpty()
                ? "Yes: " + Counts.of(tables, "table") + " compared."
                : "No: " + Counts.differing(diff.different(), tables, "table") + "."
                        + (diff.sameScenario() ? "" : " The scenarios are not the same.");
    }

    private String answer(Answers.SameFiles files) {
        return (files.diff().isEmpty()
                        ? "Yes: " + Counts.of(files.diff().rows().joined(), "row") + " compared"
                        : "No: " + outcome(files.diff()))
                + ". Rows are joined on " + String.join(", ", files.keys()) + ".";
    }

    /**
     * What differs.
     *
     * @param shown most rows, columns and fields listed of each table; without, a few of the first that differs, and none
     *     where the scenarios already say why all do
     */
    static ImmutableList<Part> details(Answers.Same same, OptionalInt shown) {
        var parts = new DiffParts(same);
        switch (same) {
            case Answers.SameFolders folders -> parts.tables(folders.diff(), shown);
            case Answers.SameFiles files -> {
                var fields = new FieldParts(parts.first, parts.second, shown.orElse(FEW)).of("", files.diff());
                if (!fields.isEmpty()) {
                    parts.question();
                    parts.parts.addAll(fields);
                }
            }
        }
        return parts.parts.build();
    }

    private void question() {
        parts.add(new Part.Heading("What differs between " + first + " and " + second + "?"));
    }

    private void tables(FolderDiff diff, OptionalInt shown) {
        if (diff.tables().isEmpty()) {
            return;
        }
        if (diff.isEmpty()) {
            parts.add(new Part.Heading("Tables of " + first + " and " + second));
        } else {
            question();
        }
        parts.add(new Part.Table(
                ImmutableList.of("table", "outcome"),
                diff.tables().stream()
                        .map(table -> ImmutableList.of(table.file().fileName(), outcome(table)))
                        .collect(toImmutableList()),
                2));
        diff.tables().stream()
                .filter(TableOutcome.NotJoined.class::isInstance)
                .map(table -> ((TableOutcome.NotJoined) table).reason())
                .distinct()
                .forEach(reason -> parts.add(new Part.Sentence("Rows are not joined where " + reason + ".")));
        fields(diff, shown);
    }

    private void fields(FolderDiff diff, OptionalInt shown) {
        var different = diff.tables().stream()
                .filter(TableOutcome.Different.class::isInstance)
                .map(TableOutcome.Different.class::cast)
                .collect(toImmutableList());
        boolean one = diff.tables().size() == 1;
        long listed = shown.isPresent() ? different.size() : diff.sameScenario() || one ? 1 : 0;
        var fields = new FieldParts(first, second, shown.orElse(FEW));
        different.stream()
                .limit(listed)
                .forEach(table -> parts.addAll(fields.of(table.file().fileName(), table.diff())));
        long left = different.size() - listed;
        if (left > 0) {
            parts.add(new Part.Sentence((listed == 0
                            ? "Fields are not listed, since they follow from the scenarios"
                            : "Fields of " + Counts.of(left, "more table") + " are not listed")
                    + ": --table NAME lists those of one table, --show " + FEW + " some of every table."));
        }
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
            clauses.add(Counts.differing(rows.changed(), rows.joined(), "row") + ", in "
                    + Counts.of(diff.changedFields(), "field") + " of "
                    + Counts.of(diff.columns().size(), "column"));
        }
        if (rows.onlyFirst() > 0) {
            clauses.add(Counts.of(rows.onlyFirst(), "row") + " only in " + first);
        }
        if (rows.onlySecond() > 0) {
            clauses.add(Counts.of(rows.onlySecond(), "row") + " only in " + second);
        }
        if (!diff.firstColumns().isEmpty()) {
            clauses.add(Counts.of(diff.firstColumns().size(), "column") + " only in " + first);
        }
        if (!diff.secondColumns().isEmpty()) {
            clauses.add(Counts.of(diff.secondColumns().size(), "column") + " only in " + second);
        }
        return String.join("; ", clauses.build());
    }
}
