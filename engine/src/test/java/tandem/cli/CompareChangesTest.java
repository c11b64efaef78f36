package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code tandem compare} of two result folders: why they differ, what stands first, and how much of it. */
final class CompareChangesTest {
    private static final String CLAIM = """
        claims: [{name: low, says: The loss is low., measure: test_loss, expect: {below: BOUND}}]
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void trainOnce() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", "replicates: 3\n");
        assertThat(cli.run("tiny", "a").exitCode()).isZero();
    }

    private Cli.Answer compare(String... options) {
        var arguments = new ArrayList<>(
                List.of("compare", cli.path("a").toString(), cli.path("b").toString()));
        arguments.addAll(List.of(options));
        return Cli.answer(arguments.toArray(String[]::new));
    }

    private void runAnew(String... options) {
        assertThat(cli.run("tiny", "b", options).exitCode()).isZero();
    }

    @Test
    void changedKeysOfTheScenarioStandFirst() {
        runAnew("--set", "training.optimizer={kind: adam, learning_rate: 0.2}", "--set", "model.hidden=[4, 2]");
        for (String question : new String[] {"same", "better"}) {
            assertThat(compare("--only", question).out())
                    .startsWith("What was changed between a and b?\n\nkey of the scenario ")
                    .containsPattern("training\\.optimizer\\.learning_rate +0\\.1 +0\\.2\n")
                    .containsPattern("training\\.optimizer\\.kind +sgd +adam\n")
                    .containsPattern("training\\.optimizer\\.beta1 +\\(not there\\) +0\\.9\n")
                    .containsPattern("model\\.hidden +\\[3] +\\[4, 2]\n")
                    .doesNotContain("batch_size");
        }
    }

    @Test
    void aClaimIsComparedWithTheClaimOfItsName() throws IOException {
        cli.tiny("tiny", "replicates: 3\n" + CLAIM.replace("BOUND", "1"));
        assertThat(cli.run("tiny", "a", "--force").exitCode()).isZero();
        cli.tiny("tiny", "replicates: 3\n" + CLAIM.replace("BOUND", "2"));
        runAnew();
        assertThat(compare().out())
                .containsPattern("claims\\.low\\.expect\\.below +1\\.0 +2\\.0\n")
                .doesNotContain("claims.low.measure");
    }

    @Test
    void theSameScenarioHasNothingChanged() {
        runAnew();
        assertThat(compare().out()).startsWith("Are a and b the same?\n\nYes: ").doesNotContain("changed", "Warning");
    }

    @Test
    void bothAnswersStandBeforeWhatDiffers() {
        runAnew("--seed", "5");
        String out = compare().out();
        assertThat(out.indexOf("Are a and b the same?\n\nNo: ")).isPositive();
        assertThat(out.indexOf("Which is better"))
                .isGreaterThan(out.indexOf("Are a and b the same?"))
                .isLessThan(out.indexOf("What differs between a and b?"));
        assertThat(out.indexOf("b against a, 6 comparisons: ")).isLessThan(out.indexOf("measure "));
    }

    @Test
    void fieldsThatFollowFromTheScenariosAreListedOnlyWhenAskedFor() {
        runAnew("--seed", "5");
        assertThat(compare("--only", "same").out())
                .contains("Fields are not listed, since they follow from the scenarios", "--show 10", "rows differ")
                .doesNotContain("largest difference");
        assertThat(compare("--only", "same", "--show", "2").out())
                .containsPattern("runs\\.csv: 2 of [0-9]+ fields and 2 of [0-9]+ columns that differ are listed:"
                        + " --show [0-9]+\\s+lists all\\.")
                .contains("epochs.csv: column", "summary.csv: row");
        assertThat(compare("--only", "same", "--table", "epochs").out())
                .contains("epochs.csv: row")
                .doesNotContain("not listed");
        assertThat(compare("--only", "same", "--show", "0").out()).doesNotContain("largest difference");
    }

    @Test
    void fieldsOfOneScenarioAreListedOfTheFirstTableThatDiffers() throws IOException {
        runAnew();
        cli.write("b/runs.csv", cli.read("b/runs.csv").replace(",ok,", ",diverged,"));
        cli.write("b/summary.csv", cli.read("b/summary.csv").replace("student_t", "normal"));
        assertThat(compare("--only", "same").out())
                .contains("runs.csv: row", "Fields of 1 more table are not listed")
                .doesNotContain("summary.csv: row");
    }

    @Test
    void aTableThatDoesNotFitItsManifestIsNamedAndStillCompared() throws IOException {
        runAnew();
        cli.write("b/runs.csv", cli.read("b/runs.csv").replace(",ok,", ",diverged,"));
        String sentence = "Warning: " + cli.path("b/runs.csv") + " has another SHA-256 than its manifest lists";
        var text = compare();
        assertThat(text.out().replace('\n', ' ')).startsWith(sentence);
        assertThat(text.out()).contains("b against a, 6 comparisons: 6 same.");
        var csv = compare("--only", "better", "--format", "csv");
        assertThat(csv.out()).startsWith("measure,");
        assertThat(csv.err()).startsWith(sentence);
        var json = JsonMapper.shared().readTree(compare("--format", "json").out());
        assertThat(json.get("warnings").get(0).asString()).startsWith(sentence);
        assertThat(compare("--only", "same", "--table", "epochs").out()).doesNotContain("Warning");
    }

    @Test
    void aCompressedTableIsComparedAsIfItWereNot() throws IOException {
        runAnew();
        try (var packed = new GZIPOutputStream(Files.newOutputStream(cli.path("b/epochs.csv.gz")))) {
            Files.copy(cli.path("b/epochs.csv"), packed);
        }
        Files.delete(cli.path("b/epochs.csv"));
        assertThat(compare("--only", "same", "--table", "epochs").out())
                .containsPattern("epochs\\.csv +the same bytes")
                .doesNotContain("Warning");
    }

    @Test
    void programsGetTheChangedKeysToo() throws IOException {
        runAnew("--set", "training.batch_size=6");
        var keys = JsonMapper.shared()
                .readTree(compare("--format", "json").out())
                .get("changes")
                .get(0)
                .get("keys");
        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.get(0).get("key").asString()).isEqualTo("training.batch_size");
        assertThat(keys.get(0).get("second").asString()).isEqualTo("6");
        assertThat(compare("--only", "same", "--format", "csv").out())
                .contains("a,b,scenario,key,training.batch_size,1,,5,6\n");
    }

    @Test
    void aFolderWithoutItsScenarioSaysWhyNoKeysAreNamed() throws IOException {
        runAnew("--seed", "5");
        Files.delete(cli.path("b/scenario.yaml"));
        assertThat(compare().out()).contains("The scenarios differ, and a folder lacks the scenario.yaml");
    }

    @Test
    void oneReplicateIsToldToBeTooFew() throws IOException {
        cli.tiny("one", "replicates: 1\n");
        assertThat(cli.run("one", "a", "--force").exitCode()).isZero();
        assertThat(cli.run("one", "b", "--seed", "5").exitCode()).isZero();
        assertThat(compare("--only", "better").out()).contains("run with more replicates");
    }
}
