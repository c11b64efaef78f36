package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims on the command line. */
final class ClaimsCommandTest {
    private static final String HOLDS =
            "  - {name: loss-is-positive, says: Loss is positive., measure: train_loss, expect: {above: 0}}\n";
    private static final String FAILS =
            "  - {name: loss-is-large, says: \"Loss \\e[31mis large.\", measure: train_loss, expect: {above: 100}}\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    @Test
    void everyClaimIsDecidedAndTold() throws IOException {
        cli.tiny("tiny", "replicates: 3\nclaims:\n" + HOLDS + FAILS);
        var answer = cli.run("tiny", "out");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).containsPattern("""

            verdict +estimate +interval +n +claim
            holds +0\\S+ +\\[.*\\] +3 +Loss is positive\\.
            fails +0\\S+ +\\[.*\\] +3 +Loss \\\\u001B\\[31mis large\\.
            """).doesNotContain("\u001b");
        assertThat(cli.column("out/claims.csv", "verdict")).containsExactly("holds", "fails");
        assertThat(cli.read("out/manifest.json")).contains("\"claims.csv\"");
    }

    @Test
    void withoutClaimsTheTableIsEmpty() throws IOException {
        cli.tiny("tiny", "");
        assertThat(cli.run("tiny", "out").out()).doesNotContain("verdict");
        assertThat(cli.rows("out/claims.csv")).hasSize(1);
    }

    @Test
    void claimsDecideTheExitCodeOnRequest() throws IOException {
        cli.tiny("tiny", "replicates: 3\nclaims:\n" + HOLDS);
        assertThat(cli.run("tiny", "out", "--fail-on-claims").exitCode()).isZero();
        cli.tiny("tiny", "replicates: 3\nclaims:\n" + HOLDS + FAILS);
        var failed = cli.run("tiny", "out", "--fail-on-claims", "--quiet");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("Not every claim holds", "claims.csv");
        // One replicate decides nothing, and that is not to hold.
        var undecided = cli.run("tiny", "one", "--set", "replicates=1", "--fail-on-claims");
        assertThat(undecided.exitCode()).isEqualTo(1);
    }

    @Test
    void aGateWithoutClaimsIsAMistake() throws IOException {
        cli.tiny("tiny", "");
        var answer = cli.run("tiny", "out", "--fail-on-claims");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("--fail-on-claims needs claims, and tiny makes none");
        assertThat(cli.path("out")).doesNotExist();
    }

    @Test
    void anUnknownMeasureIsFoundBeforeTraining() throws IOException {
        cli.tiny(
                "tiny",
                "claims:\n" + HOLDS + HOLDS.replace("train_loss", "trian_loss").replace("is-p", "-p"));
        for (var answer : new Cli.Answer[] {
            cli.run("tiny", "out"), Cli.answer("validate", cli.path("tiny.yaml").toString())
        }) {
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err())
                    .contains(
                            "tiny.yaml:8:",
                            "claims[1].measure: runs of this scenario have no measure trian_loss; did you mean"
                                    + " 'train_loss'?");
        }
        assertThat(cli.path("out")).doesNotExist();
    }

    /** The hints know the measures on clean labels as they know the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean_valid_loss | ; did you mean 'clean_validation_loss'?",
                "clean_validation_max_accuracy | ; add max_accuracy to record.measures, or claim of a split that the"
                        + " scenario has",
                "validation_max_accuracy | ; add max_accuracy to record.measures, or claim of a split that the"
                        + " scenario has"
            })
    void aMeasureThatIsMissingIsToldWithAWayToIt(String measure, String hint) throws IOException {
        String minus = "claims:\n" + HOLDS.replace("train_loss", "clean_validation_loss, minus: " + measure);
        String noise = "corruption: {label_noise: {kind: symmetric, rate: 0.2}}\n";
        cli.tiny("tiny", noise + "record: {measures: [min_loss]}\n" + minus);
        assertThat(cli.run("tiny", "out").err())
                .contains("claims[0].minus: runs of this scenario have no measure " + measure + hint)
                .doesNotContain("claims[0].measure");
    }

    @Test
    void withoutCorruptedLabelsThereAreNoCleanOnes() throws IOException {
        cli.tiny("tiny", "claims:\n" + HOLDS.replace("train_loss", "clean_validation_max_accuracy"));
        assertThat(cli.run("tiny", "out").err())
                .contains("; measures on clean labels come with corruption that changes labels in some cell");
    }

    @Test
    void soIsAnUnknownColumnToSubtract() throws IOException {
        cli.tiny("tiny", "claims:\n" + HOLDS.replace("measure: train_loss", "measure: train_loss, minus: tran_loss"));
        assertThat(cli.run("tiny", "out").err())
                .contains(
                        "claims[0].minus: runs of this scenario have no measure tran_loss; did you mean 'train_loss'?");
    }

    @Test
    void aMeasureMinusItselfIsRefused() throws IOException {
        cli.tiny("tiny", "claims:\n" + HOLDS.replace("measure: train_loss", "measure: train_loss, minus: train_loss"));
        assertThat(cli.run("tiny", "out").err())
                .contains("claims[0].minus: is the measure itself, which leaves 0; name another");
    }

    @ParameterizedTest
    @CsvSource({
        "train_ece, 'record: {examples: true}'",
        "temperature, 'record: {examples: true}'",
        "train_slope_after, 'record: {measures: all}'"
    })
    void aMeasureOnRequestSaysWhatToRequest(String measure, String key) throws IOException {
        cli.tiny("tiny", "claims:\n" + HOLDS.replace("train_loss", measure));
        assertThat(cli.run("tiny", "out").err()).contains("no measure " + measure + "; it comes with " + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // nothing trained; full batches from zeros; Newton's method; R seeds that are held
                """
                data: {source: iris}
                model: {kind: softmax, initializer: zeros}
                training: {optimizer: {kind: none}}
                """,
                """
                data: {source: iris, validation: 30, split: last}
                model: {kind: softmax, initializer: zeros}
                training: {optimizer: {kind: adam}, batch_size: full, epochs: 5}
                """,
                """
                data: {source: iris}
                model: {kind: softmax, initializer: zeros}
                training: {optimizer: {kind: newton}, penalty: {l2: 1}}
                """,
                """
                data: {source: {kind: logit, examples: 20, slope: 1, intercept: 0}, r_seed: {first: 845}}
                model: {kind: logistic, start: {slope: 1, intercept: 0}}
                training: {optimizer: {kind: sgd}, batch_size: full, epochs: 5}
                """
            })
    void whatIsCalledExactIsTheSameWithAnySeed(String conditions) throws IOException {
        boolean held = conditions.contains("r_seed");
        cli.write(
                "exact.yaml",
                "name: exact\n" + conditions + "replicates: {count: 3, hold: [" + (held ? "data" : "") + "]}\nclaims:\n"
                        + HOLDS);
        cli.run("exact", "out");
        cli.run("exact", "other", "--seed", "7");
        assertThat(cli.column("out/claims.csv", "rule")).containsExactly("exact");
        assertThat(cli.column("out/runs.csv", "train_loss")).hasSize(3);
        assertThat(Set.copyOf(cli.column("out/runs.csv", "train_loss"))).hasSize(1);
        assertThat(cli.column("other/runs.csv", "train_loss")).isEqualTo(cli.column("out/runs.csv", "train_loss"));
        assertThat(cli.column("out/claims.csv", "estimate"))
                .isEqualTo(cli.column("out/runs.csv", "train_loss").subList(0, 1));
    }

    @Test
    void otherClaimsMakeNoOtherScenario() throws IOException {
        cli.tiny("tiny", "replicates: 3\nclaims:\n" + HOLDS);
        cli.run("tiny", "out");
        String before = cli.read("out/runs.csv");
        cli.tiny("tiny", "replicates: 3\nclaims:\n" + FAILS);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        assertThat(cli.read("out/runs.csv")).isEqualTo(before);
        assertThat(cli.column("out/claims.csv", "verdict")).containsExactly("fails");
    }
}
