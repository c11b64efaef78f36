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

    /** Lets the program begin and end it, so many times; whenever it gets to its end, its tables are compared and a new folder begun. */
    private void endAtRandomMoments(int times, Blow blow) throws IOException, InterruptedException {
        var random = new SplittableRandom(20261122);
        int struck = 0;
        Path out = newFolder();
        while (struck < times) {
            var process = program.start(out);
            if (Program.endsWithin(process, random.nextLong(cleanMillis / 10, cleanMillis))) {
                assertThat(process.exitValue()).as(program.stderr()).isZero();
                assertThat(Program.tables(out)).isEqualTo(clean);
                out = newFolder();
            } else {
                blow.strike(process);
                struck++;
            }
        }
        program.finish(out);
        assertThat(Program.tables(out)).isEqualTo(clean);
        assertThat(program.hasContinued()).isTrue();
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aProgramKilledAtFiftyMomentsGivesTheSameBytes() throws IOException, InterruptedException {
        endAtRandomMoments(KILLS, process -> {
            process.destroyForcibly();
            process.waitFor();
        });
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
        assertThat(heard).isPositive();
    }
}
