package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem compare} of CSV files that other tools have written, as they write them. */
final class CompareForeignTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private Cli.Answer compare(String... options) {
        var arguments = new ArrayList<>(List.of(
                "compare", cli.path("a.csv").toString(), cli.path("b.csv").toString()));
        arguments.addAll(List.of(options));
        return Cli.answer(arguments.toArray(String[]::new));
    }

    /** Eight rows of one method: {@code method,seed,score}, seeds from large numbers on. */
    private static List<String> rows(double base, double step, long firstSeed) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            rows.add("ridge," + (firstSeed + 1_000_000_007L * i) + "," + (base + step * (i * i % 5)));
        }
        return rows;
    }

    private void write(String name, List<String> rows) throws IOException {
        cli.write(name, "method,seed,score\n" + String.join("\n", rows) + "\n");
    }

    /** As {@code DataFrame.to_csv(..., encoding='utf-8-sig', lineterminator='\r\n', na_rep='NaN')} writes it. */
    private static String pandas(double shift, String late) {
        var text = new StringBuilder("\ufeff,method,seed,accuracy,rmse,converged,late,note\r\n");
        for (int i = 0; i < 8; i++) {
            text.append(i).append(",\"ridge, tuned\",").append(42 + 7 * i).append(".0,");
            text.append(0.8 + shift + 0.001 * (i % 3)).append(',');
            text.append((3 + i % 4 - 100 * shift) + "e-15,").append(i == 2 ? "False" : "True");
            text.append(',').append(i == 5 ? late : "1e-05").append(",\"a \"\"quoted\"\" note\"\r\n");
        }
        return text.toString();
    }

    @Test
    void whatPandasWritesIsCompared() throws IOException {
        cli.write("a.csv", pandas(0, "NaN"));
        cli.write("b.csv", pandas(0.02, "0.5"));
        var answer = compare("--key", "method", "--replicate", "seed", "--higher", "accuracy", "--lower", "rmse,late");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("Rows are joined on method, seed.", "8 of 8 rows differ, in 17 fields of 3 columns")
                .containsPattern("accuracy +ridge, tuned +0\\.8009 +0\\.8209 .* better\n")
                .containsPattern("rmse +ridge, tuned .*E-15 .* better\n")
                .containsPattern("converged +ridge, tuned +0\\.88 +0\\.88 .* same\n")
                .containsPattern("late +ridge, tuned .* 7, 8 +inconclusive \\(1\\)\n")
                .contains("Column late of a.csv has no value in 1 field, which says 'NaN' or the like.")
                .contains("In column converged true counts as 1 and false as 0.")
                .contains("A column without a name is left out")
                .doesNotContain("note ");
    }

    @Test
    void theHelpHasAnExampleOfIt() {
        assertThat(Cli.answer("compare", "--help").out())
                .contains("tandem compare before.csv after.csv --key method --replicate seed --higher accuracy");
    }

    @Test
    void theColumnOfRepetitionsIsAKeyOfRows() throws IOException {
        write("a.csv", rows(0.5, 0.01, 3));
        write("b.csv", rows(0.5, 0.01, 3));
        assertThat(compare("--key", "method", "--replicate", "seed", "--fail-on", "difference")
                        .out())
                .contains("Yes: 8 rows compared. Rows are joined on method, seed.");
        assertThat(compare("--key", "method").err())
                .contains(
                        "the key method=ridge is also that of line 2; the rows differ in seed, score: name with --key");
    }

    @Test
    void whereEveryMeanHasOneValueTheColumnOfRepetitionsIsSuggested() throws IOException {
        write("a.csv", rows(0.5, 0.01, 3));
        write("b.csv", rows(0.6, 0.01, 3));
        assertThat(compare("--key", "method,seed", "--only", "better").out().replace('\n', ' '))
                .contains("Means of a single value say nothing of chance", "for instance --replicate seed.");
        assertThat(compare("--key", "method", "--replicate", "seed", "--only", "better")
                        .out())
                .doesNotContain("chance")
                .contains("Which way score is better is not known: say it with --higher or --lower.");
        assertThat(compare("--key", "method", "--replicate", "seed", "--higher", "score")
                        .out())
                .doesNotContain("is not known");
    }

    @Test
    void misspeltColumnsAreRefusedWithThoseThereAre() throws IOException {
        write("a.csv", rows(0.5, 0.01, 3));
        write("b.csv", rows(0.6, 0.01, 3));
        for (String[] one : new String[][] {
            {"--key: there is no column metod; there are method, seed, score", "--key", "metod"},
            {"--replicate: there is no column sed; there are method,", "--key", "method", "--replicate", "sed"},
        }) {
            var answer = compare(one[1], one[2], "--only", "better", one[one.length - 2], one[one.length - 1]);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(one[0]);
        }
        cli.write("a.csv", "method;seed;score\nridge;1;0,5\n");
        cli.write("b.csv", "method;seed;score\nridge;1;0,5\n");
        assertThat(compare("--key", "method").err()).contains("its fields must be separated by commas");
    }

    @Test
    void repetitionsMayHaveAnyNumberOrName() throws IOException {
        write("a.csv", rows(0.5, 0.01, 9_000_000_000_000_000_000L));
        write("b.csv", rows(0.6, 0.02, 9_000_000_000_000_000_000L));
        String[] options = {
            "--key", "method", "--replicate", "seed", "--paired", "--higher", "score", "--only", "better"
        };
        String expected = compare(options).out();
        assertThat(expected)
                .contains("b.csv against a.csv, 1 comparison: 1 better.")
                .doesNotContain("partner");
        var named = rows(0.5, 0.01, 3);
        named.replaceAll(row -> row.replace("ridge,", "ridge,fold-"));
        var others = rows(0.6, 0.02, 3);
        others.replaceAll(row -> row.replace("ridge,", "ridge,fold-"));
        write("a.csv", named);
        write("b.csv", others);
        assertThat(compare(options).out()).isEqualTo(expected);
        cli.write("b.csv", "method,seed,score\nridge,,1\n");
        assertThat(compare(options).err()).contains("b.csv:2: column seed tells repetitions apart, and is empty here");
    }

    @Test
    void theOrderOfRowsSaysNothing() throws IOException {
        var first = rows(0.5, 0.0137, 3);
        var second = rows(0.51, 0.0291, 3);
        String[][] asked = {
            {"--key", "method", "--replicate", "seed", "--paired", "--only", "better", "--format", "csv"},
            {"--key", "method", "--only", "better", "--format", "csv", "--wilcoxon"},
        };
        for (String[] options : asked) {
            write("a.csv", first);
            write("b.csv", second);
            String expected = compare(options).out();
            for (int seed = 0; seed < 5; seed++) {
                var some = new ArrayList<>(first);
                var others = new ArrayList<>(second);
                Collections.shuffle(some, new Random(seed));
                Collections.shuffle(others, new Random(seed + 10));
                write("a.csv", some);
                write("b.csv", others);
                assertThat(compare(options).out()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aSideAgainstItselfIsTheSameAndTheOtherWayRoundIsTheOpposite() throws IOException {
        String[] options = {"--key", "method", "--replicate", "seed", "--higher", "score", "--only", "better"};
        write("a.csv", rows(0.5, 0.01, 3));
        write("b.csv", rows(0.5, 0.01, 3));
        assertThat(compare(options).out()).contains("1 comparison: 1 same.");
        write("b.csv", rows(0.7, 0.01, 3));
        assertThat(compare(options).out()).contains("1 comparison: 1 better.");
        write("a.csv", rows(0.7, 0.01, 3));
        write("b.csv", rows(0.5, 0.01, 3));
        assertThat(compare(options).out()).contains("1 comparison: 1 worse.");
    }
}
