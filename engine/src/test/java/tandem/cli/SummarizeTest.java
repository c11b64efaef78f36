package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tandem summarize}. */
final class SummarizeTest {
    /** With a learning rate at which every run diverges, so that something is undefined. */
    private static final String GRID = """
        factors: {training.optimizer.learning_rate: [0.1, 1e200]}
        replicates: 3
        claims:
          - {name: low, says: Loss is low., where: {training.optimizer.learning_rate: 0.1}, measure: train_loss, expect: {below: 9}}
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void trainOnce() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
    }

    private Cli.Answer summarize(String... options) {
        var arguments = new String[options.length + 2];
        arguments[0] = "summarize";
        arguments[1] = cli.path("out").toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Cli.answer(arguments);
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var entries = Files.list(cli.path("out"))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                files.put(
                        entry.getFileName().toString(),
                        MoreFiles.asByteSource(entry).hash(Hashing.sha256()).toString());
            }
        }
        return files;
    }

    private void edit(String file, String from, String to) throws IOException {
        assertThat(cli.read(file)).contains(from);
        cli.write(file, cli.read(file).replace(from, to));
    }

    @Test
    void everyByteIsAsAfterTheRun() throws IOException {
        var before = files();
        assertThat(before).containsKeys("undefined.csv", "environment.json", "timings.csv", "epochs.csv", "claims.csv");
        assertThat(cli.rows("out/undefined.csv")).hasSizeGreaterThan(20);
        var answer = summarize();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(files()).isEqualTo(before);
        assertThat(answer.out()).contains("holds", "curves.csv: derived anew.", "claims.csv: derived anew.");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void missingAndDamagedDerivedTablesComeBack() throws IOException {
        var before = files();
        Files.delete(cli.path("out/summary.csv"));
        cli.write("out/curves.csv", "nonsense");
        assertThat(summarize().exitCode()).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void withoutEpochsTheirTablesStayAsTheyAre() throws IOException {
        Files.delete(cli.path("out/epochs.csv"));
        Files.delete(cli.path("out/environment.json"));
        Files.delete(cli.path("out/timings.csv"));
        var before = files();
        var answer = summarize();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("curves.csv: left as it is, since epochs.csv is missing.", "summary.csv: derived anew.");
        // The manifest goes on listing epochs.csv, which whoever has it can check.
        assertThat(files()).isEqualTo(before);
        Files.delete(cli.path("out/curves.csv"));
        assertThat(summarize().out()).contains("curves.csv: not made, since epochs.csv is missing.");
    }

    @Test
    void editedClaimsAreDecidedAgain() throws IOException {
        edit("out/scenario.yaml", "below: 9.0", "above: 9.0");
        var answer = summarize("--fail-on-claims");
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.err()).contains("Not every claim holds");
        assertThat(cli.column("out/claims.csv", "verdict")).containsExactly("fails");
        assertThat(cli.read("out/scenario.yaml")).contains("above: 9.0");
        // And the folder is whole again.
        assertThat(summarize().exitCode()).isZero();
    }

    @Test
    void claimsMayComeFromAnotherFile() throws IOException {
        Files.createDirectory(cli.path("new"));
        String scenario = cli.read("tiny.yaml").replace("{below: 9}", "{above: 9}");
        cli.write("new/tiny.yaml", scenario);
        var answer = summarize("--claims", cli.path("new/tiny.yaml").toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(cli.column("out/claims.csv", "verdict")).containsExactly("fails");
        cli.write("new/tiny.yaml", scenario.replace("replicates: 3", "replicates: 4"));
        var refused = summarize("--claims", cli.path("new/tiny.yaml").toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("more than claims differs");
    }

    @Test
    void anotherExperimentIsRefused() throws IOException {
        edit("out/scenario.yaml", "seed: 2026", "seed: 2027");
        var before = files();
        var answer = summarize();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("scenario.yaml is not the scenario", "more than claims differs");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aTableChangedByHandIsRefusedUnlessForced() throws IOException {
        edit("out/runs.csv", "diverged", "ok");
        var before = files();
        var answer = summarize();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("runs.csv: changed since Tandem wrote it", "--force");
        assertThat(files()).isEqualTo(before);
        assertThat(summarize("--force").exitCode()).isZero();
        assertThat(files()).containsEntry("runs.csv", before.get("runs.csv"));
        assertThat(cli.read("out/manifest.json")).contains(before.get("runs.csv"));
        assertThat(summarize().exitCode()).isZero();
    }

    @Test
    void aClaimAboutAMeasureThatIsNotThereHasAPlace() throws IOException {
        edit("out/scenario.yaml", "measure: train_loss", "measure: train_lss");
        var answer = summarize();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("scenario.yaml:", "have no measure train_lss; did you mean 'train_loss'?");
    }

    @Test
    void whatIsNotAResultFolderIsRefused() throws IOException {
        Files.createDirectory(cli.path("mine"));
        cli.write("mine/notes.txt", "precious");
        Files.createDirectories(cli.path("part/journal"));
        cli.write("part/journal/000000.journal", "");
        for (String[] one : new String[][] {
            {"mine", "holds no results of Tandem"},
            {"part", "holds runs and no tables yet; 'tandem status "},
            {"mine/notes.txt", "is a file"},
            {"none/at/all", "no such folder"}
        }) {
            var answer = Cli.answer("summarize", cli.path(one[0]).toString());
            assertThat(answer.exitCode()).as(Arrays.toString(one)).isEqualTo(2);
            assertThat(answer.err()).contains(one[1]);
        }
        assertThat(cli.path("none")).doesNotExist();
        assertThat(cli.read("mine/notes.txt")).isEqualTo("precious");
    }

    @Test
    void anotherSchemaVersionIsRefused() throws IOException {
        edit("out/manifest.json", "\"schema_version\" : 1", "\"schema_version\" : 999");
        var answer = summarize();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("schema version 999", "run the scenario anew");
    }

    @Test
    void anotherNumericsVersionIsRefusedUnlessForced() throws IOException {
        edit("out/manifest.json", "\"numerics_version\" : 1", "\"numerics_version\" : 0");
        var answer = summarize();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("version 0 of the numerics and this is version 1", "--force");
        assertThat(summarize("--force").exitCode()).isZero();
        assertThat(cli.read("out/manifest.json")).contains("\"numerics_version\" : 0");
    }

    @Test
    void foreignFilesStay() throws IOException {
        cli.write("out/notes.txt", "precious");
        assertThat(summarize("--quiet").out()).isEmpty();
        assertThat(cli.read("out/notes.txt")).isEqualTo("precious");
    }
}
