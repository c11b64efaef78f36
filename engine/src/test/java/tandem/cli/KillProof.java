package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the program is killed or interrupted, the same command gets to the bytes of one clean run. */
@Tag("proofs")
final class KillProof {
    private static final int KILLS = 50;
    private static final int INTERRUPTIONS = 5;

    @TempDir
    private Path folder;

    private Program program;
    private Map<String, String> clean;
    private long cleanMillis;
    private int folders;
    private int heard;

    @BeforeEach
    void runOnceUndisturbed() throws IOException, InterruptedException {
        program = new Program(folder);
        long start = System.nanoTime();
        program.finish(folder.resolve("clean"));
        cleanMillis = (System.nanoTime() - start) / 1_000_000;
        clean = Program.tables(folder.resolve("clean"));
    }

    private Path newFolder() {
        return folder.resolve("out" + folders++);
    }

    /** Told how a process is ended before its time. */
    private interface Blow {
        void strike(Process process) throws IOException, InterruptedException;
    }

    /**
     * Lets the program begin and end it, so many times; whenever it gets to its end, its tables are compared and a new folder begun. Every fourth moment is
     * any between start and end; the others follow soon upon the first run of that process that is in the journal, or the end would seldom meet training.
     *
     * @return how many of the processes had journalled runs, and had not all of them, when they were ended
     */
    private int endAtRandomMoments(int times, Blow blow) throws IOException, InterruptedException {
        var random = new SplittableRandom(20261122);
        int struck = 0;
        int training = 0;
        Path out = newFolder();
        while (struck < times) {
            long before = Program.journalBytes(out);
            var process = program.start(out);
            long wait = struck % 4 == 0
                    ? random.nextLong(cleanMillis / 10, cleanMillis)
                    : random.nextLong(Math.max(1, cleanMillis / 20));
            boolean ended = struck % 4 != 0 && awaitRun(process, out, before);
            if (ended || Program.endsWithin(process, wait)) {
                assertThat(process.exitValue()).as(program.stderr()).isZero();
                assertThat(Program.tables(out)).isEqualTo(clean);
                out = newFolder();
            } else {
                blow.strike(process);
                struck++;
                training += Program.journalBytes(out) > before && lacksRuns(out) ? 1 : 0;
            }
        }
        program.finish(out);
        assertThat(Program.tables(out)).isEqualTo(clean);
        assertThat(program.hasContinued()).isTrue();
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
        return training;
    }

    /** Waits until a process has journalled something; whether it has ended instead. */
    private static boolean awaitRun(Process process, Path out, long before) throws IOException, InterruptedException {
        while (Program.journalBytes(out) <= before) {
            if (Program.endsWithin(process, 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacksRuns(Path out) {
        var status = Cli.answer("status", out.toString());
        assertThat(status.exitCode()).as(status.toString()).isZero();
        return !status.out().contains("missing   0 runs");
    }

    @Test
    void aProgramKilledAtFiftyMomentsGivesTheSameBytes() throws IOException, InterruptedException {
        int training = endAtRandomMoments(KILLS, process -> {
            process.destroyForcibly();
            process.waitFor();
        });
        assertThat(training).as("kills that met training").isGreaterThan(KILLS / 2);
    }

    @Test
    void anInterruptedProgramSaysSoAndGivesTheSameBytes() throws IOException, InterruptedException {
        for (String signal : new String[] {"INT", "TERM"}) {
            endAtRandomMoments(INTERRUPTIONS, process -> {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
                int exitCode = process.waitFor();
                // Before the program has begun, java answers for it.
                if (program.stderr().contains("interrupted")) {
                    heard++;
                    assertThat(exitCode).as(program.stderr()).isEqualTo(130);
                    assertThat(program.stderr()).contains("interrupted; the same command continues");
                }
                assertThat(program.stderr()).doesNotContain("Exception", "\tat ");
            });
        }
        assertThat(heard).as("signals that the program answered").isGreaterThan(INTERRUPTIONS);
    }
}
