package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that Tandem tells its users to type, typed into a shell. */
final class PrintedCommandsTest {
    /** Two columns that tell the classes of each other apart, so that no line has the least loss. */
    private static final String SEPARABLE = "x,\"a'b, \"\"c\"\" {d: $HOME} [#]\",y\n-2,0,0\n-1,0,0\n1,1,1\n2,1,1\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private void separable(String rest) throws IOException {
        cli.write("separable.csv", SEPARABLE);
        cli.write("separable.yaml", """
            name: separable
            question: Is there a minimum?
            data: {source: separable.csv, standardize: none}
            model: {kind: logistic}
            training: {optimizer: {kind: newton}}
            seed: 4
            """ + rest);
    }

    private List<CSVRecord> table(String name) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var parser = format.parse(Files.newBufferedReader(cli.path(name), StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    private List<String> commands(String out) throws IOException {
        return table(out + "/errors.csv").stream()
                .map(row -> row.get("command"))
                .toList();
    }

    /** Lets a shell run the command as it stands, in a folder; its exit code. */
    private int inShell(String in, String command) throws IOException, InterruptedException {
        String launcher =
                "tandem() { \"$JAVA\" --add-modules jdk.incubator.vector -Dtandem.home=\"$ROOT\" -cp \"$CLASSES\" "
                        + Main.class.getName() + " \"$@\"; }\n";
        var shell = new ProcessBuilder("sh", "-c", launcher + command)
                .directory(folder.resolve(in).toFile());
        shell.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        shell.environment().put("ROOT", Cli.ROOT.toRealPath().toString());
        shell.environment().put("CLASSES", System.getProperty("java.class.path"));
        shell.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        return shell.start().waitFor();
    }

    @Test
    void aShellReplaysAFailedRunInsideItsFolder() throws IOException, InterruptedException {
        separable("""
            factors:
              ridge: {none: {training.penalty.l2: 0}, "it's {a: b}, really": {training.penalty.l2: 0.0}, some: {training.penalty.l2: 0.1}}
              data.label: [y, 'a''b, "c" {d: $HOME} [#]']
            exclude:
              - {ridge: some, data.label: y}
            replicates: 2
            """);
        var answer = cli.run("separable", "out/there", "--factor", "ridge=[\"it's {a: b}, really\", some]");
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        // Two cells of the first level fail, with two replicates each.
        assertThat(commands("out/there"))
                .containsExactly("tandem replay . 0", "tandem replay . 1", "tandem replay . 2", "tandem replay . 3");
        // The data lie beside the scenario, two folders above.
        int exitCode = inShell("out/there", commands("out/there").getLast());
        assertThat(exitCode).as(cli.read("said.txt")).isZero();
        assertThat(cli.read("said.txt")).contains("run 3 equals what . holds to the bit", "It failed again: ");
    }

    @Test
    void aShellGoesOnWithAShardAsItWasTyped() throws IOException, InterruptedException {
        separable("factors: {training.penalty.l2: [0.1]}\nreplicates: 2\n");
        String[] typed = {
            "--factor=training.penalty.l2=[0.1, 0.2, 0.3]",
            "--factor=data.label=[y, 'a''b, \"c\" {d: $HOME} [#]']",
            "--set",
            "training.epochs=9",
            "--replicates",
            "1",
            "--seed=5",
            "--shard"
        };
        assertThat(shard("s1", typed, "1/2").exitCode()).isZero();
        assertThat(shard("it's 2", typed, "2/2", "--limit", "1").exitCode()).isZero();
        var answer = Cli.answer(
                "merge",
                cli.path("out").toString(),
                cli.path("s1").toString(),
                cli.path("it's 2").toString());
        String goOn = "; go on with: ";
        String command = answer.err().substring(answer.err().indexOf(goOn) + goOn.length());
        int exitCode = inShell(".", command.substring(0, command.lastIndexOf('.')));
        assertThat(exitCode).as(cli.read("said.txt") + command).isZero();
        assertThat(cli.read("said.txt")).contains("holds all runs of shard 2 of 2");
    }

    private Cli.Answer shard(String out, String[] typed, String... more) {
        return cli.run(
                "separable", out, Stream.of(typed, more).flatMap(Stream::of).toArray(String[]::new));
    }

    @Test
    void errorsDoNotDependOnWhereTheFolderLies() throws IOException {
        separable("");
        assertThat(cli.run("separable", "out").exitCode()).isEqualTo(3);
        assertThat(cli.run("separable", "elsewhere").exitCode()).isEqualTo(3);
        assertThat(cli.read("out/errors.csv"))
                .isEqualTo(cli.read("elsewhere/errors.csv"))
                .doesNotContain(folder.toString());
    }
}
