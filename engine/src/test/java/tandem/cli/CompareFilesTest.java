package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem compare} of CSV files of any origin, and of JMH's. */
final class CompareFilesTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private Cli.Answer compare(String first, String second, String... options) {
        var arguments = new String[options.length + 3];
        arguments[0] = "compare";
        arguments[1] = cli.path(first).toString();
        arguments[2] = cli.path(second).toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Cli.answer(arguments);
    }

    @Test
    void foreignTablesAreJoinedOnNamedKeys() throws IOException {
        cli.write("a.csv", "method,seed,score\ngood,1,0.5\ngood,2,0.6\nbad,1,0.1\n");
        cli.write("b.csv", "seed,score,method\n2,0.6000001,good\n1,0.5,good\n3,0.1,bad\n");
        var answer = compare("a.csv", "b.csv", "--key", "method,seed", "--only", "same");
        assertThat(answer.out())
                .contains("1 of 2 rows differs, in 1 field of 1 column; 1 row only in a.csv; 1 row only in b.csv")
                .contains("rows only in a.csv: method=bad, seed=1", "method=good, seed=2");
        cli.write("c.csv", "method,seed,score\ngood,1,0.5\nbad,1,0.1\ngood,2,0.6000001\n");
        assertThat(compare("a.csv", "c.csv", "--key", "method,seed", "--rel-tol", "1e-6", "--fail-on", "difference")
                        .exitCode())
                .isZero();
        assertThat(compare("a.csv", "c.csv", "--key", "method,seed", "--rel-tol", "1e-9", "--fail-on", "difference")
                        .exitCode())
                .isEqualTo(1);
    }

    private Cli.Answer better(String... options) {
        var all = new ArrayList<>(List.of("--key", "method,seed", "--replicate", "seed", "--only", "better"));
        all.addAll(List.of(options));
        return compare("a.csv", "b.csv", all.toArray(String[]::new));
    }

    @Test
    void foreignMeansAreComparedWithDirectionsThatWereGiven() throws IOException {
        var a = new StringBuilder("method,seed,score\n");
        var b = new StringBuilder("method,seed,score\n");
        for (int seed = 0; seed < 10; seed++) {
            a.append("one,")
                    .append(seed)
                    .append(',')
                    .append(0.5 + 0.01 * (seed % 3))
                    .append('\n');
            b.append("one,")
                    .append(seed)
                    .append(',')
                    .append(0.7 + 0.01 * (seed % 4))
                    .append('\n');
        }
        cli.write("a.csv", a.toString());
        cli.write("b.csv", b.toString());
        assertThat(better().out()).contains("Not paired, since files have no manifest", "higher");
        assertThat(better("--paired", "--higher", "score").out()).contains("1 better", "Student's paired test");
        var unknown = better("--fail-on", "worse");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("it is known of no measure which way is better");
        var worse = better("--lower", "sc*", "--fail-on", "worse");
        assertThat(worse.exitCode()).isEqualTo(1);
        assertThat(worse.err()).contains("A comparison is worse.");
    }

    /** Ten values by number from {@code start}; those before {@code until} are known. */
    private static String numbered(int start, double base, int until) {
        var text = new StringBuilder("cell,replicate,loss,other\n");
        for (int r = start; r < start + 10; r++) {
            text.append("x,").append(r).append(',');
            text.append(r < until ? base + 0.01 * (r * r % 7) : "").append(",2d\n");
        }
        return text.toString();
    }

    private Cli.Answer decide(String... options) {
        var all = new ArrayList<>(List.of("--key", "cell,replicate", "--only", "better", "--lower", "loss"));
        all.addAll(List.of(options));
        return compare("a.csv", "b.csv", all.toArray(String[]::new));
    }

    @Test
    void replicatesMayBeNumberedFromAnywhere() throws IOException {
        cli.write("a.csv", numbered(1, 1, 99));
        cli.write("b.csv", numbered(1, 0.5, 99));
        assertThat(decide().out()).contains("b.csv against a.csv, 1 comparison: 1 better.");
        cli.write("b.csv", numbered(1, 0.5, 99).replace("x,3,", "x,30,"));
        assertThat(decide().out()).contains("1 better");
        assertThat(decide("--paired").out()).contains("1 inconclusive", "have no partner");
        cli.write("b.csv", numbered(1, 0.5, 99).replace("0.51", "0.52"));
        assertThat(decide("--paired").out()).contains("1 better");
    }

    @Test
    void whatLacksValuesPassesNoGate() throws IOException {
        cli.write("a.csv", numbered(0, 1, 99));
        cli.write("b.csv", numbered(0, 1, 5));
        for (String gate : new String[] {"worse", "missing"}) {
            var answer = decide("--fail-on", gate);
            assertThat(answer.exitCode()).as(gate).isEqualTo(1);
            assertThat(answer.err()).contains("A comparison lacks over 5 % of its values, and so does not pass.");
        }
        cli.write("a.csv", "cell,replicate,loss\nx,0,low\n");
        cli.write("b.csv", "cell,replicate,loss\nx,0,high\n");
        var nothing = decide("--fail-on", "worse");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("No means were compared: there is no column with numbers.");
    }

    @Test
    void aColumnWithOtherThanNumbersIsNotLeftOutInSilence() throws IOException {
        cli.write("a.csv", numbered(0, 1, 99).replace("x,4,1.02", "x,4,low"));
        cli.write("b.csv", numbered(0, 1, 99));
        assertThat(decide().out())
                .contains("1 comparison: 1 missing.", "Missing, since no such measure is in a.csv: loss.")
                .contains("Column loss of a.csv is left out, since its field in line 6 is no number")
                .doesNotContain("other");
    }

    @Test
    void anAnswerDoesNotTakeThePlaceOfWhatItIsAbout() throws IOException {
        String text = numbered(0, 1, 99);
        cli.write("a.csv", text);
        cli.write("b.csv", text);
        Files.createSymbolicLink(cli.path("link.csv"), cli.path("b.csv"));
        for (String out : new String[] {"a.csv", "link.csv"}) {
            var answer = decide("--out", cli.path(out).toString());
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("is what is compared, or part of it; choose another file");
        }
        assertThat(cli.read("a.csv")).isEqualTo(text);
        assertThat(cli.read("b.csv")).isEqualTo(text);
    }

    @Test
    void damagedTablesAreSentencesWithALine() throws IOException {
        cli.write("a.csv", "k,v\n1,2\n");
        for (String[] one : new String[][] {
            {"k,v\n1,2\n1,3\n", "b.csv:3: the key k=1 is also that of line 2"},
            {"k,v\n,2\n", "b.csv:2: this row has no key"},
            {"k,v\n1,2,3\n", "b.csv:2: this row has 3 fields where the header has 2"},
            {"v\n1\n", "b.csv:1: there is no key column k"},
            {"", "b.csv:1: there is no key column k"},
            {"k,v\n1,\"2\n", "b.csv:"},
        }) {
            cli.write("b.csv", one[0]);
            var answer = compare("a.csv", "b.csv", "--key", "k");
            assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
            assertThat(answer.err()).contains(one[1]).doesNotContain("\tat ");
        }
    }

    @Test
    void escapeSequencesOfAFileDoNotReachTheTerminal() throws IOException {
        cli.write("a.csv", "k,v\n\u001b[2J1,2\n");
        cli.write("b.csv", "k,v\n\u001b[2J1,\u202e3\n");
        assertThat(compare("a.csv", "b.csv", "--key", "k", "--only", "same").out())
                .contains("\\u001B[2J1", "\\u202E3")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void textThatReordersOrCountsAsMarkupIsShownAsItIsInAFile() throws IOException {
        cli.write("a.csv", "k,v\n1,2\n");
        cli.write("b.csv", "k,v\n1,\u202e$x$ | <b>\n");
        String out = cli.path("out.md").toString();
        assertThat(compare("a.csv", "b.csv", "--key", "k", "--only", "same", "--format", "markdown", "--out", out)
                        .exitCode())
                .isZero();
        assertThat(cli.read("out.md"))
                .contains("| \\u202E\\$x\\$ \\| \\<b\\> |\n")
                .doesNotContain("\u202e");
    }

    /** Two benchmarks with three forks of two iterations each; {@code scale} times as long. */
    private static String jmh(double scale) {
        String one = """
            {"benchmark": "x.B.NAME", "mode": "MODE", "threads": 1, "forks": 3, "params": {"lanes": "8"},
             "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "UNIT",
              "rawData": [[%s, %s], [%s, %s], [%s, %s]]}, "secondaryMetrics": {}}
            """;
        String time = one.replace("NAME", "time").replace("MODE", "avgt").replace("UNIT", "ns/op");
        String work = one.replace("NAME", "work").replace("MODE", "thrpt").replace("UNIT", "ops/s");
        return "[" + numbered(time, scale) + "," + numbered(work, 1 / scale) + "]";
    }

    private static String numbered(String text, double scale) {
        return String.format(
                Locale.ROOT, text, 10 * scale, 12 * scale, 11 * scale, 11.2 * scale, 10.5 * scale, 11.3 * scale);
    }

    @Test
    void jmhScoresAreBetterByTheirUnit() throws IOException {
        cli.write("a.json", jmh(1));
        cli.write("b.json", jmh(2));
        var answer = compare("a.json", "b.json", "--fail-on", "worse");
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.out())
                .contains("score [ns/op]", "score [ops/s]", "x.B.time", "lanes", "2 worse", "Not paired")
                .contains("11.00");
        assertThat(compare("b.json", "a.json").out()).contains("2 better");
        assertThat(compare("a.json", "b.json", "--filter", "benchmark=x.B.time").out())
                .contains("1 worse");
        cli.write("b.json", "[{\"benchmark\": 1}]");
        assertThat(compare("a.json", "b.json").err()).contains("b.json:1: this is not the JSON that JMH writes");
    }

    /** The error is t(0.9995; 4) se = 8.610301581379311 se by scipy.stats.t.ppf(0.9995, 4). */
    @Test
    void jmhsCsvGivesTheVarianceFromItsError() throws IOException {
        String header =
                "\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\",\"Score Error (99.9%)\",\"Unit\",\"Param:"
                        + " n\"\n";
        cli.write("a.csv", header + "\"x.B.time\",\"avgt\",1,5,10.0,8.610301581379311,\"ns/op\",4\n");
        cli.write("b.csv", header + "\"x.B.time\",\"avgt\",1,5,20.0,8.610301581379311,\"ns/op\",4\n");
        var answer = compare(
                "a.csv",
                "b.csv",
                "--format",
                "csv",
                "--only",
                "better",
                "--out",
                cli.path("c.csv").toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(cli.column("c.csv", "verdict")).containsExactly("worse");
        // se = sqrt(2), 8 degrees of freedom: 10 - scipy.stats.t.ppf(0.975, 8) * sqrt(2)
        assertThat(Double.parseDouble(cli.column("c.csv", "ci_low").getFirst())).isBetween(6.738, 6.740);
        assertThat(cli.column("c.csv", "wilcoxon_p")).containsExactly("");
    }
}
