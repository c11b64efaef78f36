package tandem.experiment.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tandem.tables.Environment;
import tandem.training.kernels.Kernels;

/** The machine and the programs that a run is computed with: for environment.json, never for a table. */
public final class Machine {

    private Machine() {}

    /** A running clock. */
    public record Clock(Instant started, long nanos) {

        /** The environment of the command that started this clock, now. */
        public Environment environment(Kernels kernels, int threads) {
            return new Environment(
                    tandemVersion(),
                    host(),
                    processor(),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                            + System.getProperty("os.arch"),
                    jvm(),
                    kernels.lanes(),
                    threads,
                    started.toString(),
                    (System.nanoTime() - nanos) * 1e-9);
        }
    }

    public static Clock startClock() {
        return new Clock(Instant.now(), System.nanoTime());
    }

    /** From the jar's manifest. */
    public static String tandemVersion() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    public static String jvm() {
        return System.getProperty("java.vm.name") + " " + Runtime.version() + " (" + System.getProperty("java.vendor")
                + ")";
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException | SecurityException e) {
            return System.getProperty("os.arch", "unknown");
        }
    }
}
