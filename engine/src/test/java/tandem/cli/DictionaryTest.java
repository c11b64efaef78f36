package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tandem.analysis.comparison.means.Directions;
import tandem.measures.Direction;

/** {@code tandem schema --tables}, the data dictionary, against what the program does with the columns. */
final class DictionaryTest {
    /** By column of a table what its column {@code better} says. */
    private static Map<String, String> better(String table) {
        String text = Cli.answer("schema", "--tables").out();
        int start = text.indexOf("## " + table + "\n");
        String section = text.substring(start, text.indexOf("\n## ", start));
        var better = new LinkedHashMap<String, String>();
        for (String line : Splitter.on('\n').split(section)) {
            // Ranges may hold a bar behind a backslash.
            List<String> cells = List.of(line.split("(?<!\\\\)\\|", -1));
            if (line.startsWith("| `")) {
                better.put(cells.get(1).strip().replace("`", ""), cells.get(4).strip());
            }
        }
        return better;
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case NEITHER -> "";
        };
    }

    @Test
    void everyColumnOfRunsSaysTheDirectionThatCompareJudgesBy() {
        var better = better("runs.csv");
        assertThat(better).hasSizeGreaterThan(80);
        better.forEach((column, word) ->
                assertThat(word).as(column).isEqualTo(word(Directions.of(column.replace("<split>", "validation")))));
        assertThat(better)
                .containsEntry("<split>_loss", "lower")
                .containsEntry("<split>_accuracy", "higher")
                .containsEntry("validation_loss_at_temperature", "lower")
                .containsEntry("<split>_spearman", "")
                .containsEntry("penalty", "");
    }

    @Test
    void tablesWithoutMeasuresHaveNoSuchColumn() {
        assertThat(Cli.answer("schema", "--tables").out())
                .contains("## cells.csv")
                .containsPattern("## cells\\.csv\\n\\n.*\\n\\n\\| column \\| unit \\| range \\| definition \\|\\n");
    }
}
