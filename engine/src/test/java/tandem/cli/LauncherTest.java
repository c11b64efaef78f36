package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a JDK and a Maven that only note that they were called. */
final class LauncherTest {
    private static final int PATIENCE_SECONDS = 30;

    /** Builds for half a second, or until it is killed; notes the builds, and those that another one is in. */
    private static final String MVN = """
        #!/bin/sh
        mkdir "$TRIAL/building" 2>/dev/null || echo overlap >>"$TRIAL/builds"
        echo built >>"$TRIAL/builds"
        [ -z "${HANGS:-}" ] || exec /bin/sleep 60
        /bin/sleep 0.5
        for word in "$@"; do
            case $word in -Dtandem.jar=*) : >"engine/target/${word#*=}" ;; esac
        done
        rmdir "$TRIAL/building"
        """;

    /** The first process to call it is quick; what the others decided to do, they do while that one builds. */
    private static final String SLOW = """
        #!/bin/sh
        /bin/mkdir "$TRIAL/quick-COMMAND" 2>/dev/null || /bin/sleep 0.3
        exec /bin/COMMAND "$@"
        """;

    @TempDir
    private Path trial;

    private Path home;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void makeACheckout() throws IOException {
        home = Files.createDirectories(trial.resolve("home"));
        Files.createDirectories(home.resolve("engine/src/main"));
        for (String file : List.of("pom.xml", "engine/pom.xml", "LICENSE", "NOTICE")) {
            Files.createFile(home.resolve(file));
        }
        Files.copy(Cli.ROOT.resolve("tandem"), home.resolve("tandem"));
        Files.createDirectories(trial.resolve("jdk/bin"));
        Files.writeString(trial.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        program("jdk/bin/java", "#!/bin/sh\n");
        program("jdk/bin/javac", "#!/bin/sh\n");
        Files.createDirectories(trial.resolve("bin"));
        program("bin/mvn", MVN);
        program("bin/sleep", "#!/bin/sh\nexec /bin/sleep 0.05\n");
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(LauncherTest::kill);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(trial.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process launch(String said, String... environment) {
        try {
            var builder = new ProcessBuilder("sh", home.resolve("tandem").toString(), "list")
                    .redirectErrorStream(true)
                    .redirectOutput(trial.resolve(said).toFile());
            builder.environment().put("TRIAL", trial.toString());
            builder.environment().put("JAVA_HOME", trial.resolve("jdk").toString());
            builder.environment().merge("PATH", trial.resolve("bin").toString(), (path, first) -> first + ":" + path);
            for (String name : environment) {
                builder.environment().put(name, "yes");
            }
            var process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Process process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void assertEnds(Process process, String said) throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(said(said))
                .isTrue();
        assertThat(process.exitValue()).as(said(said)).isZero();
    }

    private String said(String file) throws IOException {
        return Files.readString(trial.resolve(file), StandardCharsets.UTF_8);
    }

    private void awaitBuild() throws InterruptedException {
        while (!Files.exists(trial.resolve("builds"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void oneOfManyWaitersTakesOverFromABuilderThatWasKilled() throws IOException, InterruptedException {
        var killed = launch("killed", "HANGS");
        awaitBuild();
        kill(killed);
        killed.waitFor();
        Files.delete(trial.resolve("builds"));
        Files.delete(trial.resolve("building"));
        for (String command : List.of("rm", "mv")) {
            program("bin/" + command, SLOW.replace("COMMAND", command));
        }
        var waiters = new ArrayList<Process>();
        for (int i = 0; i < 6; i++) {
            waiters.add(launch("waiter-" + i));
        }
        for (int i = 0; i < waiters.size(); i++) {
            assertEnds(waiters.get(i), "waiter-" + i);
        }
        assertThat(said("builds")).isEqualTo("built\n");
        assertThat(home.resolve("engine/target.lock")).doesNotExist();
    }

    @Test
    void aLockThatNobodyOwnsIsGivenUp() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("engine/target.lock"));
        assertEnds(launch("said"), "said");
        assertThat(said("builds")).isEqualTo("built\n");
        assertThat(home.resolve("engine/target.lock")).doesNotExist();
    }

    @Test
    void whoWaitsSaysSoOnceAndBuildsNothing() throws IOException, InterruptedException {
        var first = launch("first");
        awaitBuild();
        var second = launch("second");
        assertEnds(first, "first");
        assertEnds(second, "second");
        assertThat(said("first")).isEqualTo("building Tandem once ...\n");
        assertThat(said("second").lines())
                .containsExactly("waiting for another tandem, which builds; if there is none, remove "
                        + home.toRealPath().resolve("engine/target.lock") + " ...");
        assertThat(said("builds")).isEqualTo("built\n");
    }
}
