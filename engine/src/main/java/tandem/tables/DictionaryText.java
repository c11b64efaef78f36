package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** The data dictionary as Markdown: every column of the given tables, and the codes of undefined.csv. */
public final class DictionaryText {
    private static final String HEAD = """
        # Results

        A folder per scenario, as `./tandem run` writes it, without what differs from machine to machine (environment.json,
        timings.csv, journal/) and what is large (epochs.csv, and examples.csv above 64 KB). `results/regenerate.sh` makes them anew, to the
        byte; a test holds them. [answers.md](answers.md) has the question of every scenario with its answer.

        This page is the data dictionary. It is printed by `./tandem schema --tables`; a test holds it to that.

        Tables are CSV as in RFC 4180: UTF-8, line feeds, numbers as the shortest decimal that reads back to the same double. An
        empty field is a value that does not apply to its row, as the column's definition says, or one that is undefined: then
        undefined.csv has a row with the reason. A measure that needs more epochs than a cell trains, and a column of a split,
        generator or kind of model that a cell has not, do not apply. Logarithms are natural. A loss is minimised, an accuracy
        maximised; the column `better` says of every measure whether a model is better for lower values or for higher ones, all
        else being the same, and nothing where it is neither. L_t, c_t and A_t are loss, number of correctly classified examples
        and accuracy at the end of epoch t = 1..T, n the examples of the split, K the classes of the data.

        """;

    private DictionaryText() {}

    /**
     * The page, ending in a line feed.
     *
     * @param reasons what the codes of undefined.csv mean
     */
    public static String of(ImmutableList<TableSchema> tables, ImmutableMap<String, String> reasons) {
        var text = new StringBuilder(HEAD);
        for (ResultFile file :
                new ResultFile[] {ResultFile.MANIFEST, ResultFile.ENVIRONMENT, ResultFile.SCENARIO, ResultFile.ANSWER
                }) {
            text.append(lenientFormat("- `%s`: %s\n", file.fileName(), file.content()));
        }
        for (TableSchema table : tables) {
            boolean directed =
                    table.columns().stream().anyMatch(column -> !column.better().isEmpty());
            text.append(lenientFormat(
                    "\n## %s\n\n%s.\n\n| column | unit | range | %sdefinition |\n|---|---|---|%s---|\n",
                    table.file().fileName(),
                    sentence(table.file().content()),
                    directed ? "better | " : "",
                    directed ? "---|" : ""));
            for (Column column : table.columns()) {
                text.append(lenientFormat(
                        "| `%s` | %s | %s | %s%s |\n",
                        column.name(),
                        cell(column.unit()),
                        cell(column.range()),
                        directed ? column.better() + " | " : "",
                        cell(column.definition())));
            }
        }
        text.append("\n"
                        + "## Reasons\n\n"
                        + "Codes of `undefined.csv` that measures of a run give; others stand in the columns'"
                        + " definitions.")
                .append("\n\n| code | meaning |\n|---|---|\n");
        reasons.forEach((code, meaning) -> text.append(lenientFormat("| `%s` | %s |\n", code, cell(meaning))));
        return text.toString();
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    /** Without what Markdown would take for a sign of its own. */
    private static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("<", "&lt;");
    }
}
