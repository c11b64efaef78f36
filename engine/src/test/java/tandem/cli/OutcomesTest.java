package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that fail or diverge, and inputs that cannot be used. */
final class OutcomesTest {
    private static final String SEPARABLE = "x,y\n-2,no\n-1,no\n1,yes\n2,yes\n";

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
            """ + rest);
    }

    @Test
    void aFitWithoutMinimumFailsAndTheOthersDoNot() throws IOException {
        separable("factors: {training.penalty.l2: [0, 0.1]}\n");
        var answer = cli.run("separable", "out");
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.err()).contains("1 of 2 runs failed", "errors.csv");
        assertThat(cli.column("out/runs.csv", "status")).containsExactly("failed", "ok");
        assertThat(cli.column("out/runs.csv", "train_loss").getFirst()).isEmpty();
        assertThat(cli.read("out/errors.csv")).contains("separates classes", "l2");
        assertThat(cli.read("out/undefined.csv")).contains("runs,0,train_loss,FAILED");
        assertThat(cli.read("out/manifest.json")).contains("\"failed\" : 1");
    }

    @Test
    void failFastStopsAtTheFirstFailedRun() throws IOException {
        separable("factors: {training.penalty.l2: [0, 0.1, 0.2]}\n");
        var stopped = cli.run("separable", "out", "--fail-fast", "--threads", "1");
        assertThat(stopped.exitCode()).as(stopped.toString()).isEqualTo(3);
        assertThat(stopped.err()).contains("stopped after 1 failed run", "--retry-failed");
        assertThat(cli.path("out/runs.csv")).doesNotExist();
        var continued = cli.run("separable", "out");
        assertThat(continued.exitCode()).as(continued.toString()).isEqualTo(3);
        assertThat(cli.column("out/runs.csv", "status")).containsExactly("failed", "ok", "ok");
    }

    @Test
    void aDivergingRunIsAResult() throws IOException {
        cli.write("wild.yaml", """
            name: wild
            question: How wild?
            data: {source: {kind: gaussians, examples: 40, separation: 2}, train: 30, validation: 10}
            model: {kind: mlp, hidden: [4]}
            training: {optimizer: {kind: sgd}, penalty: {l2: 1}, batch_size: 5, epochs: 200}
            factors: {training.optimizer.learning_rate: [0.1, 1e100]}
            """);
        var answer = cli.run("wild", "out");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.err()).contains("1 of 2 runs diverged", "learning_rate");
        assertThat(cli.column("out/runs.csv", "status")).containsExactly("ok", "diverged");
        assertThat(cli.column("out/runs.csv", "train_loss").get(1)).isEmpty();
        assertThat(cli.column("out/runs.csv", "diverged_epoch").get(1)).isEqualTo("1");
        assertThat(cli.read("out/undefined.csv")).contains("runs,1,train_loss,DIVERGED");
        assertThat(cli.read("out/runs.csv")).doesNotContain("NaN", "Infinity");
        assertThat(cli.read("out/epochs.csv")).doesNotContain("NaN", "Infinity");
    }

    @Test
    void nobodyIsToldToLowerALearningRateThatThereIsNot() throws IOException {
        cli.write("separable.csv", SEPARABLE);
        cli.write("steep.yaml", """
            name: steep
            question: What is the loss of a wrong and infinite logit?
            data: {source: separable.csv, standardize: none}
            model: {kind: logistic, start: {slope: -1e308, intercept: 0}}
            training: {optimizer: {kind: none}, epochs: 0}
            """);
        var answer = cli.run("steep", "out");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.err()).contains("1 of 1 runs diverged", "runs.csv.\n").doesNotContain("learning_rate");
    }

    @Test
    void balancedWeightsWithoutOneClassAreRefused() throws IOException {
        cli.write("rare.csv", "x,y\n0,a\n1,a\n2,b\n3,b\n4,a\n5,c\n");
        cli.write("rare.yaml", """
            name: rare
            question: What of an absent class?
            data: {source: rare.csv, split: last, train: 4, validation: 2}
            model: {kind: softmax}
            training: {optimizer: {kind: sgd}, class_weights: balanced, batch_size: full, epochs: 3}
            """);
        var answer = cli.run("rare", "out");
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.err()).contains("rare.yaml:5:", "class", "c");
    }

    @Test
    void logisticRegressionOfThreeClassesIsRefusedWithItsPlace() throws IOException {
        cli.write("three.yaml", """
            name: three
            question: Can it?
            data: {source: iris}
            model:
              kind: logistic
            training: {optimizer: {kind: none}}
            """);
        var answer = cli.run("three", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("three.yaml:5:", "model.kind", "softmax");
        assertThat(cli.path("out")).doesNotExist();
    }

    @Test
    void aMissingCsvIsRefusedWithItsPlace() throws IOException {
        cli.write("separable.yaml", """
            name: separable
            question: Where is it?
            data: {source: nowhere.csv}
            model: {kind: logistic}
            training: {optimizer: {kind: newton}}
            """);
        var answer = cli.run("separable", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("separable.yaml:3:", "nowhere.csv").doesNotContain("\tat ");
    }

    @Test
    void aBadCsvIsRefusedWithItsPlace() throws IOException {
        separable("");
        cli.write("separable.csv", "x,y\n1,no\nmany,yes\n");
        var answer = cli.run("separable", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("separable.csv:3:", "many").doesNotContain("\tat ");
    }

    @Test
    void everyProblemOfAScenarioIsToldAtOnce() throws IOException {
        separable("factor: {training.penalty.l2: [0]}\nreplicates: -1\n");
        var answer = Cli.answer("validate", cli.path("separable.yaml").toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("separable.yaml:6:", "did you mean 'factors'?", "separable.yaml:7:", "replicates");
    }

    @Test
    void overridesAreCheckedLikeTheFile() throws IOException {
        cli.tiny("tiny", "");
        assertThat(cli.run("tiny", "out", "--set", "training.epoch=3").err())
                .contains("did you mean 'training.epochs'?");
        assertThat(cli.run("tiny", "out", "--set", "nonsense").err()).contains("must be path=value");
        assertThat(cli.run("tiny", "out", "--replicates", "many").exitCode()).isEqualTo(2);
        assertThat(cli.run("tiny", "out", "--factor", "training.epochs=1:x:2").exitCode())
                .isEqualTo(2);
        assertThat(cli.path("out")).doesNotExist();
    }
}
