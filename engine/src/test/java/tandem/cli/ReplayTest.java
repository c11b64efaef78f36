package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in errors.csv, which train a failed cell again. */
final class ReplayTest {
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

    private String commandAfter(String... options) throws IOException {
        var answer = cli.run("separable", "out", options);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        return commands("out").getFirst();
    }

    /** Lets a shell run the command as it stands, in the folder of the scenario; its exit code. */
    private int inShell(String command) throws IOException, InterruptedException {
        String launcher =
                "tandem() { \"$JAVA\" --add-modules jdk.incubator.vector -Dtandem.home=\"$ROOT\" -cp \"$CLASSES\" "
                        + Main.class.getName() + " \"$@\"; }\n";
        var shell = new ProcessBuilder("sh", "-c", launcher + command).directory(folder.toFile());
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
    void aReplayLeavesClaimsOutThatNameOtherLevels() throws IOException {
        separable("""
            factors: {training.penalty.l2: [0, 1]}
            claims:
              - {name: a, says: A., where: {training.penalty.l2: 1}, measure: train_loss, expect: {above: 0}}
            """);
        String command = commandAfter();
        assertThat(command).contains("--set 'claims=[]'");
    }

    @Test
    void aShellReplaysACellWhateverItsLevelsAreCalled() throws IOException, InterruptedException {
        separable("""
            factors:
              ridge: {none: {training.penalty.l2: 0}, "it's {a: b}, really": {training.penalty.l2: 0.0}, some: {training.penalty.l2: 0.1}}
              data.label: [y, 'a''b, "c" {d: $HOME} [#]']
              model.start: [{weights: [[[0.5, 0]]], biases: []}]
            exclude:
              - {ridge: some, data.label: y}
            replicates: 2
            """);
        assertThat(cli.run("separable", "out", "--seed", "5", "--factor", "ridge=[\"it's {a: b}, really\", some]")
                        .exitCode())
                .isEqualTo(3);
        // Two cells of the first level fail, with two replicates each.
        assertThat(commands("out")).hasSize(4);
        int cell = 1;
        int exitCode = inShell(commands("out").getLast());
        assertThat(exitCode).as(cli.read("said.txt") + commands("out")).isEqualTo(3);
        String replay = "out/separable-cell-" + cell;
        assertThat(table(replay + "/cells.csv")).hasSize(1);
        for (String factor : List.of("ridge", "data.label", "model.start")) {
            assertThat(table(replay + "/cells.csv").getFirst().get(factor))
                    .isEqualTo(table("out/cells.csv").get(cell).get(factor));
        }
        assertThat(table(replay + "/errors.csv").getFirst().get("seed")).isEqualTo("5");
        assertThat(table(replay + "/runs.csv")).hasSize(2);
    }

    @Test
    void optionsThatChangeNothingAreNoPartOfTheCommand() throws IOException {
        separable("replicates: 2\n");
        String plain = "tandem run separable.yaml --out out/separable-cell-0";
        assertThat(commandAfter()).isEqualTo(plain);
        assertThat(commandAfter("--replicates", "2", "--seed", "4", "--set", "model.kind=logistic"))
                .isEqualTo(plain);
        assertThat(commandAfter("--set", "training.epochs=7", "--set", "training.epochs=100"))
                .isEqualTo(plain);
    }

    @Test
    void theCommandIsTheSameHoweverItsOptionsWereTyped() throws IOException {
        separable("");
        String expected = "tandem run separable.yaml --set model.bias=false --set training.epochs=9 --replicates 2"
                + " --seed 5 --out out/separable-cell-0";
        assertThat(commandAfter(
                        "--seed=5", "--set", "training.epochs=9", "--set=model.bias=false", "--replicates", "2"))
                .isEqualTo(expected);
        assertThat(commandAfter(
                        "--set",
                        "model.bias=true",
                        "--set",
                        "model.bias=false",
                        "--replicates",
                        "2",
                        "--set",
                        "training.epochs=9",
                        "--seed",
                        "5",
                        "--set",
                        "data.standardize=none"))
                .isEqualTo(expected);
    }

    @Test
    void aBundledScenarioIsNamedAsItIsFoundAnywhere() throws IOException, InterruptedException {
        String path = Cli.ROOT.resolve("scenarios/illustration-1-fit.yaml").toString();
        for (String scenario : List.of(path, "illustration-1-fit")) {
            var answer = Cli.answer(
                    "run",
                    scenario,
                    "--set",
                    "data.train=2",
                    "--out",
                    cli.path("out").toString());
            assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
            assertThat(commands("out"))
                    .containsExactly("tandem run illustration-1-fit --set data.train=2 --out"
                            + " out/illustration-1-fit-cell-0");
        }
        assertThat(inShell(commands("out").getFirst())).as(cli.read("said.txt")).isEqualTo(3);
    }

    @Test
    void theCommandDoesNotDependOnTheFolderOfTheScenario() throws IOException {
        separable("");
        commandAfter();
        assertThat(cli.read("out/errors.csv")).doesNotContain(folder.toString());
    }
}
