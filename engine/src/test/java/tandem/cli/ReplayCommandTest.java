package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of a folder, trained alone and compared with what the folder holds. */
final class ReplayCommandTest {
    private static final String GRID = """
        factors:
          training.batch_size: [5, 8]
          training.optimizer.learning_rate: [0.05, 1e200]
        replicates: 2
        """;

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private Cli.Answer replay(String out, int run, String... options) {
        var arguments = new ArrayList<>(List.of("replay", cli.path(out).toString(), Integer.toString(run)));
        arguments.addAll(List.of(options));
        return Cli.answer(arguments.toArray(String[]::new));
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = cli.read(file);
        assertThat(text).contains(from);
        cli.write(file, text.replace(from, to));
    }

    @Test
    void everyRunOfAFinishedFolderEqualsItsRows() throws IOException {
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        for (int run = 0; run < 8; run++) {
            var answer = replay("out", run);
            assertThat(answer.exitCode()).as(answer.toString()).isZero();
            assertThat(answer.out()).contains("run " + run + " equals", "row of runs.csv and its ");
        }
    }

    @Test
    void aTamperedRowIsNamed() throws IOException {
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        String loss = cli.column("out/runs.csv", "validation_loss").get(1);
        edit("out/runs.csv", loss, loss + "1");
        var answer = replay("out", 1);
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("runs.csv, validation_loss: stored '" + loss + "1', replayed '" + loss + "'");
        assertThat(replay("out", 0).exitCode()).isZero();
        edit("out/epochs.csv", "\n0,3,test,", "\n0,3,test,1");
        assertThat(replay("out", 0).out()).contains("epochs.csv, epoch 3, split test, loss: stored '1");
        Files.delete(cli.path("out/epochs.csv"));
        assertThat(replay("out", 0).out()).contains("equals", "epochs.csv is not there");
    }

    /** Labels with a comma, a quote and a line feed, so that rows of examples.csv go over two lines. */
    @Test
    void rowsOfSingleExamplesAreCompared() throws IOException {
        cli.write(
                "d.csv",
                "x,y\n-2,\"a, \"\"b\"\"\nc\"\n-1,\"a, \"\"b\"\"\nc\"\n1,d\n2,d\n0.5,d\n-0.5,\"a, \"\"b\"\"\nc\"\n");
        cli.write("own.yaml", """
            name: own
            data: {source: d.csv, split: last, train: 4, validation: 2}
            model: {kind: softmax}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 2, epochs: 3, penalty: {l2: 1}}
            factors: {training.optimizer.learning_rate: [0.1, 1e308]}
            replicates: 2
            record: {examples: true, paths: [0, 4], attribution: {every: 2}}
            """);
        assertThat(cli.run("own", "out").exitCode()).isZero();
        String data = folder.toString();
        for (int run = 0; run < 4; run++) {
            var answer = replay("out", run, "--data", data);
            assertThat(answer.exitCode()).as(answer.toString()).isZero();
            assertThat(answer.out())
                    .contains(
                            run < 2 ? "its 6 rows of examples.csv" : "its 0 rows of examples.csv",
                            "of paths.csv and its",
                            "of attribution.csv.");
        }
        for (String file : List.of("examples.csv", "paths.csv", "attribution.csv")) {
            String table = cli.read("out/" + file);
            int at = table.indexOf("\n1,");
            int digit = table.indexOf("0.", at);
            cli.write("out/" + file, table.substring(0, digit) + "9" + table.substring(digit + 1));
            var answer = replay("out", 1, "--data", data);
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.out()).contains(file + ", ", "split ", ": stored '", "', replayed '");
            assertThat(replay("out", 0, "--data", data).exitCode()).isZero();
            Files.delete(cli.path("out/" + file));
            assertThat(replay("out", 1, "--data", data).out()).contains(file + " ", "not there");
        }
    }

    @Test
    void rowsOfSingleExamplesAreComparedInAJournalToo() throws IOException {
        cli.tiny("tiny", "replicates: 9\nrecord: {examples: true, attribution: {}, epochs: last}\n");
        assertThat(cli.run("tiny", "out", "--limit", "1").exitCode()).isZero();
        assertThat(replay("out", 0).out())
                .contains("its 3 rows of epochs.csv, its 40 rows of examples.csv and its ", "of attribution.csv.");
    }

    @Test
    void aMissingRowOfEpochsIsNoticed() throws IOException {
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        String last = cli.read("out/epochs.csv").lines().reduce("", (_, line) -> line);
        edit("out/epochs.csv", last + "\n", "");
        int run = Integer.parseInt(last.substring(0, last.indexOf(',')));
        assertThat(replay("out", run).out()).contains("epochs.csv, rows of the run: stored '");
    }

    @Test
    void anUnfinishedFolderIsComparedByItsJournal() throws IOException {
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out", "--limit", "3").exitCode()).isZero();
        int equal = 0;
        int missing = 0;
        for (int run = 0; run < 8; run++) {
            var answer = replay("out", run);
            assertThat(answer.exitCode()).as(answer.toString()).isZero();
            equal += answer.out().contains("equals") ? 1 : 0;
            missing += answer.out().contains("not in") ? 1 : 0;
        }
        assertThat(equal).isEqualTo(3);
        assertThat(missing).isEqualTo(5);
    }

    @Test
    void publishedResultsCanBeReplayed() {
        var answer = Cli.answer(
                "replay", Cli.ROOT.resolve("results/illustration-1-fit").toString(), "0");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("run 0 equals", "epochs.csv is not there");
    }

    @Test
    void aRunThatFailedFailsAgain() throws IOException {
        cli.write("d.csv", "x,y\n-2,0\n-1,0\n1,1\n2,1\n");
        cli.write("own.yaml", """
            name: own
            data: {source: d.csv}
            model: {kind: logistic}
            training: {optimizer: {kind: newton}}
            """);
        assertThat(cli.run("own", "out").exitCode()).isEqualTo(3);
        var answer = replay("out", 0);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("equals", "It failed again: ");
        answer = replay(
                "out", 0, "--data", folder.toString(), "--export", cli.path("e").toString());
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out()).contains("nothing was exported");
        cli.write("d.csv", "x,y\n-2,0\n-1,0\n1,1\n2,0\n");
        assertThat(replay("out", 0, "--data", folder.toString()).err()).contains("not as it was");
        assertThat(replay("out", 0).err()).contains("name the folder of the scenario with --data");
    }

    @Test
    void whatCannotBeReplayedIsSaid() throws IOException {
        cli.tiny("tiny", GRID);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        assertThat(replay("out", 8).err()).contains("has the runs 0 to 7, and no run 8");
        assertThat(replay("nowhere", 0).err()).contains("there is no such folder");
        Files.createDirectory(cli.path("empty"));
        assertThat(replay("empty", 0).err()).contains("holds neither results nor runs");
        assertThat(replay("out", 0, "--export", cli.path("out").toString()).err())
                .contains("is there already");
    }
}
