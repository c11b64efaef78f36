package tandem.cli;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line in process, as if in a folder of its own with the bundled scenarios at hand. */
final class Cli {
    static final Path ROOT = Path.of("..");

    private final Path folder;

    /** What a command answered. */
    record Answer(int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "exit code " + exitCode + "\n" + out + err;
        }
    }

    Cli(Path folder) {
        System.setProperty("tandem.home", ROOT.toString());
        this.folder = folder;
    }

    static Answer answer(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(buffered(out), buffered(err), arguments);
        return new Answer(code, out.toString(), err.toString());
    }

    /** As standard streams are: what nobody flushes is lost. */
    private static PrintWriter buffered(StringWriter text) {
        return new PrintWriter(new BufferedWriter(text, 1 << 20));
    }

    /** Runs {@code name.yaml} of the folder into {@code out} beside it. */
    Answer run(String name, String out, String... options) {
        var arguments = new ArrayList<>(List.of(
                "run", path(name + ".yaml").toString(), "--out", path(out).toString()));
        arguments.addAll(List.of(options));
        return answer(arguments.toArray(String[]::new));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String write(String name, String text) throws IOException {
        return Files.writeString(path(name), text, StandardCharsets.UTF_8).toString();
    }

    String read(String name) throws IOException {
        return Files.readString(path(name), StandardCharsets.UTF_8);
    }

    /** The rows of a CSV file without quoted fields, the header first. */
    List<List<String>> rows(String name) throws IOException {
        return read(name).lines().map(line -> List.of(line.split(",", -1))).toList();
    }

    /** A column of such a file. */
    List<String> column(String name, String column) throws IOException {
        var rows = rows(name);
        int index = rows.getFirst().indexOf(column);
        return rows.stream().skip(1).map(row -> row.get(index)).toList();
    }

    /** A tiny scenario: two features, two classes, four epochs. */
    String tiny(String name, String factors) throws IOException {
        String scenario = """
            name: %s
            question: Does it work?
            data: {source: {kind: gaussians, examples: 40, separation: 2}, train: 24, validation: 8, test: 8}
            model: {kind: mlp, hidden: [3]}
            training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 5, epochs: 4}
            """;
        return write(name + ".yaml", scenario.replace("%s", name) + factors);
    }

    /** SHA-256 of every file whose bytes follow from the scenario. */
    Map<String, String> tables(String out) throws IOException {
        var tables = new TreeMap<String, String>();
        try (var entries = Files.list(path(out))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                tables.put(
                        entry.getFileName().toString(),
                        MoreFiles.asByteSource(entry).hash(Hashing.sha256()).toString());
            }
        }
        tables.keySet().removeAll(List.of("environment.json", "timings.csv"));
        return tables;
    }
}
