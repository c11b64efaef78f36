package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** epochs.csv with fewer epochs, or compressed: everything else says the same. */
final class ThinningTest {
    private static final String GRID = """
        factors:
          training.optimizer.learning_rate: [0.05, 1e200]
          training.epochs: [4, 7]
        replicates: 2
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void trainWithAllEpochs() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", GRID);
        done(cli.run("tiny", "all"));
    }

    private static Cli.Answer done(Cli.Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer;
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private String unpacked(String file) throws IOException {
        try (var stream = new GZIPInputStream(Files.newInputStream(cli.path(file)))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertEqual(String one, String other, String... files) throws IOException {
        for (String file : files) {
            assertThat(cli.read(one + "/" + file)).as(file).isEqualTo(cli.read(other + "/" + file));
        }
    }

    @Test
    void fewerEpochsLeaveMeasuresAsTheyAre() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.epochs={every: 3}"));
        assertEqual("out", "all", "runs.csv", "summary.csv", "correlations.csv", "selection.csv", "effects.csv");
        var epochs = lines(cli.read("out/epochs.csv"));
        assertThat(lines(cli.read("all/epochs.csv"))).containsAll(epochs);
        // Runs 0 to 3 are trained whole: epochs 0, 3, 4 and 0, 3, 6, 7. The others diverge in epoch 1.
        assertThat(cli.column("out/epochs.csv", "epoch").stream().distinct()).containsExactly("0", "3", "4", "6", "7");
        assertThat(epochs).hasSize(1 + 3 * (2 * 3 + 2 * 4 + 4));
        var curves = lines(cli.read("out/curves.csv"));
        assertThat(lines(cli.read("all/curves.csv"))).containsAll(curves);
        assertThat(cli.column("out/curves.csv", "epoch").stream().distinct()).containsExactly("0", "3", "4", "6", "7");
        assertThat(cli.path("all/stopping.csv")).exists();
        assertThat(cli.path("out/stopping.csv")).doesNotExist();
    }

    @Test
    void tablesOfFewerEpochsAreDerivedAnewTheSame() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.epochs=log_spaced", "--set", "record.compress=gzip"));
        var before = cli.tables("out");
        done(Cli.answer("summarize", cli.path("out").toString()));
        assertThat(cli.tables("out")).isEqualTo(before);
        assertThat(before).containsKey("epochs.csv.gz");
    }

    @Test
    void theLastEpochAloneHasNoRowsOfRunsThatDiverged() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.epochs=last"));
        assertThat(cli.column("out/epochs.csv", "run").stream().distinct()).containsExactly("0", "1", "2", "3");
        assertThat(cli.column("out/epochs.csv", "epoch").stream().distinct()).containsExactly("4", "7");
    }

    @Test
    void compressedEpochsAreTheSame() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.compress=gzip"));
        assertThat(cli.path("out/epochs.csv")).doesNotExist();
        assertThat(unpacked("out/epochs.csv.gz")).isEqualTo(cli.read("all/epochs.csv"));
        assertEqual("out", "all", "runs.csv", "curves.csv", "stopping.csv", "summary.csv");
        String listed = lines(cli.read("all/manifest.json")).stream()
                .dropWhile(line -> !line.contains("\"epochs.csv\""))
                .limit(3)
                .reduce("", String::concat);
        assertThat(cli.read("out/manifest.json").replace("\n", "")).contains(listed);
        assertThat(done(cli.run("tiny", "out", "--set", "record.compress=gzip")).err())
                .contains("is finished");
        assertThat(done(Cli.answer("replay", cli.path("out").toString(), "3")).out())
                .contains("equals", "its 24 rows of epochs.csv");
    }

    /** Bytes 4 to 9 of a gzip header are the time, flags and the system: 0, and 255 for unknown (RFC 1952). */
    @Test
    void theHeaderOfACompressedFileSaysNothingOfTheMachine() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.compress=gzip"));
        byte[] header = Arrays.copyOf(Files.readAllBytes(cli.path("out/epochs.csv.gz")), 10);
        assertThat(header).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }

    @Test
    void goingBackToPlainFilesLeavesNoOther() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.compress=gzip"));
        assertThat(done(cli.run("tiny", "out")).err()).contains("holds 8 runs of 8 already");
        assertThat(cli.path("out/epochs.csv.gz")).doesNotExist();
        assertThat(cli.tables("out")).isEqualTo(cli.tables("all"));
    }

    @Test
    void moreEpochsThanWereKeptAreTrainedAgain() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.epochs=last"));
        assertThat(done(cli.run("tiny", "out")).err()).contains("8 runs", "lack what the scenario records now");
        assertThat(cli.tables("out")).isEqualTo(cli.tables("all"));
    }

    @Test
    void fewerEpochsComeFromAJournalThatHasAll() throws IOException {
        for (String epochs : List.of("last", "{every: 3}", "log_spaced", "all")) {
            assertServes(8, 8, "--set", "record.epochs=" + epochs);
        }
        // New runs stand beside those of which the journal has more.
        assertServes(8, 12, "--set", "record.epochs=log_spaced", "--replicates", "3");
    }

    private void assertServes(int journalled, int runs, String... options) throws IOException {
        var answer = done(cli.run("tiny", "all", options));
        assertThat(answer.err())
                .contains("holds " + journalled + " runs of " + runs + " already")
                .doesNotContain("trained again");
        String clean = "clean" + String.join("", options);
        done(cli.run("tiny", clean, options));
        assertThat(cli.tables("all")).isEqualTo(cli.tables(clean));
        String last = Integer.toString(runs - 1);
        assertThat(done(Cli.answer("replay", cli.path("all").toString(), last)).out())
                .contains("equals");
        Files.delete(cli.path("all/manifest.json"));
        assertThat(done(Cli.answer("replay", cli.path("all").toString(), "0")).out())
                .contains("equals");
    }

    @Test
    void aCompressedFileThatIsNotWholeIsASentence() throws IOException {
        done(cli.run("tiny", "out", "--set", "record.compress=gzip"));
        Path file = cli.path("out/epochs.csv.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        var answer = Cli.answer("replay", cli.path("out").toString(), "7");
        assertThat(answer.exitCode()).isEqualTo(4);
        assertThat(answer.err()).doesNotContain("internal error").contains("epochs.csv.gz");
        assertThat(Cli.answer("summarize", cli.path("out").toString()).err()).doesNotContain("internal error");
    }

    @Test
    void thePlanShowsWhatTheyTake() {
        var answer = done(Cli.answer(
                "plan",
                cli.path("tiny.yaml").toString(),
                "--set",
                "record.epochs=last",
                "--set",
                "record.compress=gzip"));
        // 8 runs of three splits.
        assertThat(answer.out()).contains("epochs.csv.gz: last, at most 24 rows", "no stopping.csv", "in journal/");
    }
}
