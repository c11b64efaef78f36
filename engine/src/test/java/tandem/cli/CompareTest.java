package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code tandem compare} of result folders. */
final class CompareTest {
    private static final String GRID = """
        factors: {training.optimizer.learning_rate: [0.1, 0.5], training.epochs: [3, 4]}
        replicates: 4
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void trainOnce() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "a").exitCode()).isZero();
    }

    private Cli.Answer compare(String first, String second, String... options) {
        var arguments = new String[options.length + 3];
        arguments[0] = "compare";
        arguments[1] = cli.path(first).toString();
        arguments[2] = cli.path(second).toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Cli.answer(arguments);
    }

    private Cli.Answer within(String... options) {
        var arguments = new String[options.length + 2];
        arguments[0] = "compare";
        arguments[1] = cli.path("a").toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Cli.answer(arguments);
    }

    /** As {@code a}, with a file of it changed. */
    private void copy(String name, String file, String from, String to) throws IOException {
        Files.createDirectory(cli.path(name));
        try (var files = Files.list(cli.path("a"))) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Files.copy(one, cli.path(name).resolve(one.getFileName()));
            }
        }
        assertThat(cli.read(name + "/" + file)).contains(from);
        cli.write(name + "/" + file, cli.read(name + "/" + file).replace(from, to));
    }

    @Test
    void aRunMadeAnewIsTheSame() {
        assertThat(cli.run("tiny", "b", "--threads", "1").exitCode()).isZero();
        var answer = compare("a", "b", "--fail-on", "difference,worse,missing");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("Yes: ", "epochs.csv", "the same bytes", "24 same", "Paired by replicate");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void aChangedFieldIsNamedAndFailsOnlyWhereThatWasAsked() throws IOException {
        copy("b", "runs.csv", "0,0,0,0.1,3,ok,", "0,0,0,0.1,3,failed,");
        var answer = compare("a", "b", "--only", "same");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("No: 1 of ", "1 of 16 rows differs", "status", "run=0", "ok", "failed");
        var gated = compare("a", "b", "--fail-on", "difference");
        assertThat(gated.exitCode()).isEqualTo(1);
        assertThat(gated.err()).contains("a and b differ.");
        assertThat(compare("a", "b", "--only", "same", "--ignore", "stat*", "--fail-on", "difference")
                        .exitCode())
                .isZero();
        assertThat(compare("a", "b", "--only", "same", "--table", "cells,summary.csv", "--fail-on", "difference")
                        .exitCode())
                .isZero();
    }

    @Test
    void aTableThatOneFolderLacksIsJudgedByTheManifests() throws IOException {
        copy("b", "runs.csv", "run", "run");
        Files.delete(cli.path("b/epochs.csv"));
        var answer = compare("a", "b", "--fail-on", "difference");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("the same digest in both manifests");
    }

    @Test
    void aLargerGridIsJoinedByLevelsAndReplicate() throws IOException {
        cli.tiny("tiny", """
            factors: {training.optimizer.learning_rate: [0.5, 0.1, 0.2], training.epochs: [3, 4]}
            replicates: 5
            """);
        assertThat(cli.run("tiny", "b").exitCode()).isZero();
        var answer = compare("a", "b", "--only", "same", "--table", "runs,epochs", "--show", "10");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        // 3 * 2 * 5 runs in b, of which 2 * 2 * 4 are in a, and equal.
        assertThat(answer.out())
                .contains("runs.csv    14 rows only in b")
                .contains("rows only in b: training.optimizer.learning_rate=0.1, training.epochs=3, replicate=4;")
                .doesNotContain("differ, in")
                .contains("factors.training.optimizer.learning_rate  [0.1, 0.5]  [0.5, 0.1, 0.2]");
        var better = compare("a", "b", "--only", "better", "--fail-on", "worse");
        assertThat(better.out().replace('\n', ' '))
                .contains("12 missing.", "(1) over 5 % of the values are undefined or have no partner.")
                .contains(
                        "Missing, since no such cell is in a: training.optimizer.learning_rate=0.2, training.epochs=3;")
                .doesNotContain("missing (");
        assertThat(better.exitCode()).isEqualTo(1);
        assertThat(better.err()).contains("comparisons are missing.");
    }

    @Test
    void otherFactorsAreAveragedOverWithAFootnote() throws IOException {
        cli.tiny("tiny", "factors: {training.epochs: [3, 4]}\nreplicates: 4\n");
        assertThat(cli.run("tiny", "b").exitCode()).isZero();
        var answer = compare("a", "b");
        assertThat(answer.out())
                .contains("Rows are not joined where the folders vary different factors")
                .contains("a is averaged over training.optimizer.learning_rate (0.1, 0.5).")
                .contains("So training.optimizer.learning_rate may be why they differ");
        var chosen = compare("a", "b", "--filter", "training.optimizer.learning_rate=0.1", "--only", "better");
        assertThat(chosen.out()).contains("12 same").doesNotContain("averaged");
    }

    @Test
    void anotherSeedIsNotPaired() {
        assertThat(cli.run("tiny", "b", "--seed", "7").exitCode()).isZero();
        var answer = compare("a", "b", "--row", "training.epochs", "--wilcoxon");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("Not paired, since the master seeds differ", "Hedges' g", "Welch's test", "Wilcoxon p")
                .contains("Both sides are averaged over training.optimizer.learning_rate (0.1, 0.5).");
    }

    @Test
    void theLevelsOfAFactorAreComparedWithABaseline() throws IOException {
        var answer = within(
                "--baseline",
                "training.epochs=3",
                "--measure",
                "validation_*",
                "--equivalent",
                "*=1000",
                "--only",
                "better",
                "--format",
                "csv",
                "--out",
                cli.path("x.csv").toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).isEmpty();
        assertThat(cli.rows("x.csv").getFirst())
                .startsWith("measure", "training.optimizer.learning_rate", "first", "second", "verdict");
        assertThat(cli.column("x.csv", "second")).containsOnly("training.epochs=4");
        assertThat(cli.column("x.csv", "verdict"))
                .contains("equivalent")
                .isSubsetOf("equivalent", "same", "missing", "inconclusive");
        assertThat(cli.column("x.csv", "measure")).contains("validation_loss", "validation_spearman");
    }

    @Test
    void jsonAndMarkdownSayTheSame() throws IOException {
        var json = JsonMapper.shared()
                .readTree(within("--baseline", "training.epochs=3", "--format", "json")
                        .out());
        var comparisons = json.get("better").get("comparisons");
        // 2 rates x 3 splits x loss and accuracy
        assertThat(comparisons.size()).isEqualTo(12);
        assertThat(comparisons
                        .get(0)
                        .get("levels")
                        .get("training.optimizer.learning_rate")
                        .asString())
                .isEqualTo("0.1");
        assertThat(comparisons.get(0).get("n_first").asInt()).isEqualTo(4);
        assertThat(json.get("better").get("level").asDouble()).isEqualTo(1 - (1 - 0.95) / 12);
        assertThat(within("--baseline", "training.epochs=3", "--format", "markdown")
                        .out())
                .contains("## Which is better", "| train\\_loss | 0.1 | ");
    }

    @Test
    void aGateOnWhatIsNotAnsweredDoesNotPass() throws IOException {
        var alone = within("--baseline", "training.epochs=3", "--fail-on", "difference");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("Nothing was compared row by row");
        copy("b", "manifest.json", "runs.csv", "runs.csv");
        Files.delete(cli.path("b/runs.csv"));
        var without = compare("a", "b", "--fail-on", "missing");
        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.out()).contains("No answer: b has no runs.csv.");
        assertThat(without.err()).contains("It was not decided which is better, since b has no runs.csv.");
    }

    @Test
    void levelsOfAFactorStandSideBySide() {
        var answer = within(
                "--baseline",
                "training.epochs=3",
                "--col",
                "training.optimizer.learning_rate",
                "--measure",
                "test_loss");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("measure    training.optimizer.learning_rate=0.1")
                .containsPattern("test_loss +-0\\.[0-9]+ \\[-0\\.[0-9]+, .*] [a-z]+ +-0\\.[0-9]+ \\[");
    }

    @Test
    void severalResultsShareTheError() {
        assertThat(cli.run("tiny", "b", "--seed", "7").exitCode()).isZero();
        assertThat(cli.run("tiny", "c", "--seed", "8").exitCode()).isZero();
        var answer = compare("a", "b", cli.path("c").toString(), "--only", "better");
        assertThat(answer.out())
                .contains("with 48 comparisons", "b against a, 24 comparisons: ", "c against a, 24 comparisons: ")
                .contains("b against a: not paired, since", "c against a: not paired, since", "second mean");
    }

    private static void refused(String sentence, String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "compare";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var answer = Cli.answer(all);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.err()).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void resultsThatCannotBeComparedAreRefusedWithASentence() throws IOException {
        String a = cli.path("a").toString();
        String x = cli.write("x.csv", "k,v\n1,2\n");
        refused("name two or more results", a);
        refused("a result folder and a file", a, x);
        refused("no such file or folder", a, cli.path("none").toString());
        refused("holds no results of Tandem", a, folder.toString());
        refused("is no table of Tandem's by its name", x, x);
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedWithASentence() throws IOException {
        String a = cli.path("a").toString();
        String x = cli.write("x.csv", "k,v\n1,2\n");
        String level = "training.epochs=3";
        refused("no factor here; there are training.optimizer.learning_rate,", a, "--baseline", "here=1");
        refused("has no level 9; its levels are 3, 4", a, "--baseline", "training.epochs=9");
        refused("has no level 3x; its levels are 3, 4", a, "--baseline", "training.epochs=3x");
        refused("needs factor=level", a, "--baseline", "training.epochs");
        refused("no column with numbers has the name los", a, "--baseline", level, "--measure", "los");
        refused("no row of a is left", a, "--baseline", level, "--filter", "training.epochs=7");
        refused("add --only same or --only better", x, x, "--format", "csv");
        refused("asks for what --only leaves out", x, x, "--key", "k", "--only", "same", "--fail-on", "worse");
        refused("absolute tolerance must be 0 or more", x, x, "--key", "k", "--abs-tol", "-1");
        refused("a band of equivalence must be positive", x, x, "--key", "k", "--equivalent", "v=0");
        refused("did you mean 'runs'?", a, a, "--table", "rums");
    }
}
