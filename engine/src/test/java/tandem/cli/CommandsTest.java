package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The other commands, help and mistakes. */
final class CommandsTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "validate", "list", "init", "schema", "summarize", "report"})
    void everyCommandHasHelpWithExamples(String command) {
        for (String[] arguments : new String[][] {{command, "--help"}, {"help", command}}) {
            var answer = Cli.answer(arguments);
            assertThat(answer.exitCode()).isZero();
            assertThat(answer.out())
                    .contains("Usage: tandem " + command)
                    .containsPattern("Examples?:\\R  tandem " + command);
            assertThat(answer.err()).isEmpty();
        }
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        var answer = Cli.answer("--help");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .contains("run ", "plan ", "validate ", "list ", "init ", "schema ", "Examples:", "Exit codes:", "130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "run --version", "list -V"})
    void theVersionNamesTheJdkAndTheLanes(String line) {
        var answer = Cli.answer(line.split(" "));
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .containsPattern("tandem \\S+")
                .contains(Runtime.version().toString(), "lanes");
    }

    @ParameterizedTest
    @CsvSource({
        "'', A command is missing",
        "runn, unknown command 'runn'; did you mean 'run'?",
        "run keras-iris --replicate 3, unknown option '--replicate'; did you mean '--replicates'?",
        "run keras-iris and-more, unknown argument 'and-more'",
        "run, SCENARIO",
        "run kers-iris, did you mean 'keras-iris'?",
        "run scenario/keras-iris.yaml, did you mean 'keras-iris'?",
        "plan nothing-like-it, 'tandem list'",
        "validate nowhere.yaml, no such file",
        "run keras-iris --threads many, many",
    })
    void aMistakeIsASentenceThatSaysWhatWasMeant(String line, String meant) {
        var answer = Cli.answer(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.err()).contains(meant).doesNotContain("\tat ", "Exception");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void listShowsEveryScenarioWithItsQuestionAndSize() throws IOException {
        var answer = Cli.answer("list");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains(
                        "keras-iris: 2 cells x 20 replicates = 40 runs",
                        "illustration-1: 10,201 cells",
                        "illustration-1-fit: 1 cell\n")
                .contains("Data sets, for data.source: breast-cancer, digits,");
        try (var files = Files.list(Cli.ROOT.resolve("scenarios"))) {
            long scenarios =
                    files.filter(file -> file.toString().endsWith(".yaml")).count();
            assertThat(answer.out().lines().filter(line -> line.endsWith("?"))).hasSize((int) scenarios);
        }
    }

    @Test
    void planSaysWhatARunWouldTrainAndTrainsNothing() throws IOException {
        String file = cli.tiny(
                "tiny", "factors: {training.batch_size: [5, full], model.hidden: [[2], [3], [4]]}\nreplicates: 5\n");
        var answer = Cli.answer("plan", file, "--replicates", "1000", "--threads", "2");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .containsPattern("cells +6\n")
                .containsPattern("runs +6,000 \\(1,000 replicates a cell\\)")
                .contains("training.batch_size, 2 levels", "packs", "on 2 threads", "time", "disk");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void validateSaysThatAScenarioIsRight() throws IOException {
        String file = cli.tiny("tiny", "replicates: 2\n");
        assertThat(Cli.answer("validate", file)).isEqualTo(new Cli.Answer(0, file + ": valid; 1 cell, 2 runs.\n", ""));
    }

    @Test
    void initWritesAScenarioThatRuns() {
        String file = cli.path("mine.yaml").toString();
        assertThat(Cli.answer("init", file).out()).contains("tandem run " + file);
        var answer = cli.run("mine", "out", "--set", "training.epochs=3", "--replicates", "2");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
    }

    @Test
    void initWritesAScenarioForOnesOwnData() throws IOException {
        var rows = new StringBuilder("width,species,height\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i % 7).append(i % 2 == 0 ? ",oak," : ",elm,").append(i).append('\n');
        }
        String csv = cli.write("trees.csv", rows.toString());
        String file = cli.path("trees.yaml").toString();
        var answer = Cli.answer("init", file, "--data", csv, "--label", "species");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(cli.read("trees.yaml")).contains("source: trees.csv", "label: species", "width, height");
        assertThat(cli.run("trees", "out", "--set", "training.epochs=3", "--replicates", "2")
                        .exitCode())
                .isZero();
    }

    @Test
    void initOverwritesNothingAndChecksItsArguments() throws IOException {
        String file = cli.write("mine.yaml", "precious");
        assertThat(Cli.answer("init", file).err()).contains("exists; choose another name");
        assertThat(cli.read("mine.yaml")).isEqualTo("precious");
        assertThat(Cli.answer("init", cli.path("Mine.yml").toString()).err()).contains("ends in .yaml");
        String other = cli.path("other.yaml").toString();
        assertThat(Cli.answer("init", other, "--label", "y").err()).contains("--label goes with --data");
        var missing = Cli.answer("init", other, "--data", cli.path("none.csv").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("none.csv").doesNotContain("\tat ");
        assertThat(missing.err()).contains("no such file here and no such bundled data set");
        assertThat(Cli.answer("init", other, "--data", "wine").exitCode()).isZero();
        assertThat(cli.read("other.yaml")).contains("source: wine");
        assertThat(Cli.answer("validate", other).exitCode()).isZero();
        Files.delete(cli.path("other.yaml"));
        var outside = Cli.answer("init", other, "--data", "/etc/hosts.csv");
        assertThat(outside.err()).contains("must lie in the scenario's folder");
        var nowhere = Cli.answer("init", cli.path("no/folder.yaml").toString());
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no folder");
    }

    @Test
    void theSchemaIsJsonThatNamesTheKeys() {
        var answer = Cli.answer("schema");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"$schema\"", "\"learning_rate\"", "\"standardize\"");
        assertThat(Pattern.compile("\\{").matcher(answer.out()).results().count())
                .isEqualTo(
                        Pattern.compile("\\}").matcher(answer.out()).results().count());
    }
}
