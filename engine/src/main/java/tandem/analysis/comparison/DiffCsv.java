package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import tandem.analysis.comparison.diff.ScenarioDiff;
import tandem.analysis.comparison.diff.TableDiff;
import tandem.analysis.comparison.diff.TableOutcome;

/** Differences as CSV: one row per key of the scenarios and column that differs, table, and thing that is on one side only. */
final class DiffCsv {
    private static final ImmutableList<String> HEADING = ImmutableList.of(
            "first", "second", "table", "what", "name", "count", "largest_difference", "first_value", "second_value");

    private final List<List<String>> rows = new ArrayList<>();
    private final String first;
    private final String second;

    private DiffCsv(String first, String second) {
        this.first = first;
        this.second = second;
    }

    static String of(Answers answers) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADING);
        for (Answers.Change change : answers.changes()) {
            var csv = new DiffCsv(change.first(), change.second());
            change.diff().keys().forEach(csv::add);
            rows.addAll(csv.rows);
        }
        for (Answers.Same same : answers.same()) {
            var csv = new DiffCsv(same.first(), same.second());
            switch (same) {
                case Answers.SameFolders folders -> folders.diff().tables().forEach(csv::add);
                case Answers.SameFiles files -> csv.add("", files.diff());
            }
            rows.addAll(csv.rows);
        }
        return CsvText.of(rows);
    }

    private void add(ScenarioDiff.KeyDiff key) {
        String from = key.first().orElse("");
        String to = key.second().orElse("");
        rows.add(ImmutableList.of(first, second, "scenario", "key", key.key(), "1", "", from, to));
    }

    private void add(TableOutcome outcome) {
        String table = outcome.file().tableName();
        switch (outcome) {
            case TableOutcome.Same same -> row(table, "same", same.ground().text(), 0);
            case TableOutcome.Different different -> add(table, different.diff());
            case TableOutcome.DifferentDigests _ -> row(table, "digests_differ", "", 1);
            case TableOutcome.OnlyOne one -> row(table, one.first() ? "only_first" : "only_second", "", 1);
            case TableOutcome.NotJoined apart -> row(table, "not_joined", apart.reason(), 1);
        }
    }

    private void add(String table, TableDiff diff) {
        var counts = diff.rows();
        row(table, "rows_joined", "", counts.joined());
        row(table, "rows_changed", "", counts.changed());
        row(table, "rows_only_first", "", counts.onlyFirst());
        row(table, "rows_only_second", "", counts.onlySecond());
        diff.firstColumns().forEach(column -> row(table, "column_only_first", column, 1));
        diff.secondColumns().forEach(column -> row(table, "column_only_second", column, 1));
        diff.firstRows().forEach(key -> row(table, "row_only_first", key, 1));
        diff.secondRows().forEach(key -> row(table, "row_only_second", key, 1));
        for (var column : diff.columns()) {
            String largest = Double.isFinite(column.largest()) ? Double.toString(column.largest()) : "";
            rows.add(ImmutableList.of(
                    first, second, table, "column", column.column(), Long.toString(column.count()), largest, "", ""));
        }
        for (var field : diff.fields()) {
            rows.add(ImmutableList.of(
                    first,
                    second,
                    table,
                    "field",
                    field.key() + ": " + field.column(),
                    "1",
                    "",
                    field.first(),
                    field.second()));
        }
    }

    private void row(String table, String what, String name, long count) {
        rows.add(ImmutableList.of(first, second, table, what, name, Long.toString(count), "", "", ""));
    }
}
