package tandem.benchmarks.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import tandem.experiment.run.Machine;
import tandem.training.kernels.Kernels;

/** Where and when a sitting took place, in one sentence. */
final class Surroundings {

    private Surroundings() {}

    static String sentence(int rounds) throws IOException {
        var environment = Machine.startClock().environment(Kernels.vector(), 1);
        return String.format(
                Locale.ROOT,
                "Measured on %s (UTC) on %s, %d cores, %s; %s, %d lanes; %s; %d launches each, in turns.",
                LocalDate.now(ZoneOffset.UTC),
                environment.processor(),
                environment.processors(),
                environment.operatingSystem(),
                environment.jvm(),
                environment.lanes(),
                compiler(),
                rounds);
    }

    private static String compiler() throws IOException {
        var process =
                new ProcessBuilder("g++", "--version").redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines().findFirst().orElse("g++");
    }
}
