package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that try to steer the terminal of whoever reads them. */
final class TerminalTest {
    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startInAnEmptyFolder() {
        cli = new Cli(folder);
    }

    private void scenario(String question) throws IOException {
        String yaml = """
            name: mine
            question: "QUESTION"
            data: {source: mine.csv, standardize: none}
            model: {kind: logistic}
            training: {optimizer: {kind: newton}, penalty: {l2: 0.1}}
            """;
        cli.write("mine.yaml", yaml.replace("QUESTION", question));
    }

    @Test
    void aValueOfACsvFileIsShownWithoutItsEscapeSequences() throws IOException {
        scenario("Is it safe?");
        cli.write("mine.csv", "x,y\n1,no\n" + ESCAPE + "[2Jmany,yes\n");
        var answer = cli.run("mine", "out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("mine.csv:3:", "\\u001B[2Jmany").doesNotContain(ESCAPE);
    }

    @Test
    void aValueOfAScenarioIsShownWithoutItsEscapeSequences() throws IOException {
        scenario("Is it safe?\"\nseed: \"\\e[31mred\\u202e");
        var answer = Cli.answer("validate", cli.path("mine.yaml").toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("mine.yaml:3:", "\\u001B[31mred\\u202E")
                .doesNotContain(ESCAPE, "\u202e");
    }

    @Test
    void aPlanShowsTheQuestionOnOneLineWithoutItsEscapeSequences() throws IOException {
        scenario("Is it\\n\\e]0;safe\\a?");
        cli.write("mine.csv", "x,y\n1,no\n2,yes\n3,no\n");
        var answer = Cli.answer("plan", cli.path("mine.yaml").toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("Is it\\u000A\\u001B]0;safe\\u0007?\n")
                .doesNotContain(ESCAPE, "\u0007");
    }
}
