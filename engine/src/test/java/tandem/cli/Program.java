package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own that can be killed, over a scenario of some hundred runs. */
final class Program {
    /** Some 30 packs a thread of two kinds, so that a signal meets training, journal and tables. */
    private static final String SCENARIO = """
        name: many
        question: Does it continue?
        data: {source: {kind: gaussians, examples: 60, separation: 2}, train: 40, validation: 10, test: 10}
        model: {kind: mlp, hidden: [6]}
        training: {optimizer: {kind: adam, learning_rate: 0.01}, batch_size: 5, epochs: 60}
        factors:
          training.optimizer.learning_rate: [0.001, 0.01, 0.1, 1e200]
          training.epochs: [20, 60]
        replicates: 40
        """;

    private final Path folder;
    private boolean continued;

    Program(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("many.yaml"), SCENARIO);
    }

    /** Starts {@code tandem run} into a folder; signals act as in a terminal even where the parent ignores them. */
    Process start(Path out, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                "env",
                "--default-signal=INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-modules",
                "jdk.incubator.vector",
                "-Dtandem.home=..",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                folder.resolve("many.yaml").toString(),
                "--out",
                out.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said().toFile())
                .start();
    }

    private Path said() {
        return folder.resolve("said.txt");
    }

    /** What the last process said on standard error, without what java says. */
    String stderr() throws IOException {
        String said = Files.readString(said(), StandardCharsets.UTF_8);
        continued |= said.contains(" already.");
        return said.lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .reduce("", (before, line) -> before + line + "\n");
    }

    /** Whether some process found runs of an earlier one; asked after each. */
    boolean hasContinued() {
        return continued;
    }

    void finish(Path out) throws IOException, InterruptedException {
        int exitCode = start(out).waitFor();
        assertThat(exitCode).as(stderr()).isZero();
    }

    static boolean endsWithin(Process process, long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** How much has been journalled in a folder, which may not be there yet. */
    static long journalBytes(Path out) throws IOException {
        long bytes = 0;
        try (var files = Files.list(out.resolve("journal"))) {
            for (Path file : files.toList()) {
                bytes += file.toFile().length();
            }
        } catch (NoSuchFileException e) {
            return 0;
        }
        return bytes;
    }

    /** SHA-256 of every file of a result folder whose bytes follow from the scenario. */
    static Map<String, String> tables(Path out) throws IOException {
        var tables = new TreeMap<String, String>();
        try (var entries = Files.list(out)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                tables.put(
                        entry.getFileName().toString(),
                        MoreFiles.asByteSource(entry).hash(Hashing.sha256()).toString());
            }
        }
        tables.keySet().removeAll(List.of("environment.json", "timings.csv"));
        assertThat(tables).containsKeys("runs.csv", "epochs.csv", "manifest.json");
        return tables;
    }
}
