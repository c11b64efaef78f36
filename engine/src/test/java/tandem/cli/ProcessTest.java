package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process of its own: what it says must have left it when it ends. */
final class ProcessTest {

    @ParameterizedTest
    @CsvSource({
        "plan illustration-1-fit, 0, illustration-1-fit",
        "validate illustration-1-fit, 0, valid",
        "list, 0, keras-iris",
        "schema, 0, $schema",
        "run --help, 0, --factor",
        "--version, 0, lanes",
        "plan no-such-scenario, 2, ''"
    })
    void resultsArriveOnStandardOutput(String arguments, int exitCode, String said)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Dtandem.home=..",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments.split(" ")));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(exitCode);
        assertThat(out).contains(said);
    }
}
