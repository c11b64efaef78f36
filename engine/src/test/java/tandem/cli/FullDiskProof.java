package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, read-only or gone, and too few open files, are a sentence and lose nothing that has ended. The disk
 * is a file system in memory where the test may make one
 * (as root); elsewhere a limit on the size of files, and a folder that may not be written to.
 */
@Tag("proofs")
final class FullDiskProof {
    @TempDir
    private Path folder;

    private Program program;
    private Path disk;
    private boolean mounted;
    private Map<String, String> clean;

    @BeforeEach
    void runOnceUndisturbed() throws IOException, InterruptedException {
        program = new Program(folder);
        program.finish(folder.resolve("clean"));
        clean = Program.tables(folder.resolve("clean"));
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(exitCode("umount", disk.toString())).isZero();
        }
    }

    private static int exitCode(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // There is no such program.
            return -1;
        }
    }

    private boolean mount(String options) throws IOException, InterruptedException {
        boolean done = exitCode("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()) == 0;
        mounted |= done;
        return done;
    }

    private void assertOneSentence(int exitCode, String... parts) throws IOException {
        assertThat(exitCode).as(program.stderr()).isEqualTo(4);
        var lines = program.stderr()
                .lines()
                .filter(line -> !line.endsWith("already."))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .startsWith("tandem: ")
                .contains("Runs that have ended are kept")
                .containsAnyOf(parts);
    }

    private void assertSameBytes(Path out) throws IOException, InterruptedException {
        program.finish(out);
        assertThat(Program.tables(out)).isEqualTo(clean);
    }

    @Test
    void aFullDiskIsASentenceAndTheSameCommandContinues() throws IOException, InterruptedException {
        long all = Program.journalBytes(folder.resolve("clean"));
        // Too small for the journal, then for the tables.
        for (long bytes : new long[] {all / 3, all + all / 3}) {
            Path out = disk.resolve("out");
            List<String> limit = new ArrayList<>();
            if (!mount("size=" + bytes)) {
                limit.addAll(List.of("sh", "-c", "ulimit -f " + bytes / 2 / 512 + "; exec \"$@\"", "sh"));
            }
            int exitCode = program.start(out, limit.toArray(String[]::new)).waitFor();
            assertOneSentence(exitCode, "No space left", "File too large");
            assertThat(Program.journalBytes(out)).isGreaterThan(all / 10);
            if (mounted) {
                assertThat(exitCode("mount", "-o", "remount,size=1g", disk.toString()))
                        .isZero();
            }
            assertSameBytes(out);
            assertThat(program.stderr()).contains("already");
            MoreFiles.deleteRecursively(out, RecursiveDeleteOption.ALLOW_INSECURE);
            if (mounted) {
                unmount();
                mounted = false;
            }
        }
    }

    @Test
    void aReadOnlyDiskIsASentenceAndTheSameCommandContinues() throws IOException, InterruptedException {
        Path out = disk.resolve("out");
        boolean ownDisk = mount("size=1g");
        var process = program.start(out);
        awaitJournal(out);
        process.destroyForcibly().waitFor();
        if (ownDisk) {
            assertThat(exitCode("mount", "-o", "remount,ro", disk.toString())).isZero();
            assertOneSentence(program.start(out).waitFor(), "Read-only file system");
            assertThat(exitCode("mount", "-o", "remount,rw", disk.toString())).isZero();
        } else {
            assertThat(disk.toFile().setWritable(false)).isTrue();
            assertThat(program.start(out).waitFor()).isEqualTo(4);
            assertThat(program.stderr()).contains("permission denied");
            assertThat(disk.toFile().setWritable(true)).isTrue();
        }
        assertSameBytes(out);
    }

    /** Where a process was when it could not go on, by what it left. Tables need more files than training, so training hardly meets a limit of its own. */
    private enum Step {
        OPENING_THE_FOLDER,
        TRAINING,
        WRITING_TABLES
    }

    private static Step stepOf(Path out) throws IOException {
        if (Program.journalBytes(out) == 0) {
            return Step.OPENING_THE_FOLDER;
        }
        var status = Cli.answer("status", out.toString());
        return status.out().contains("missing   0 runs") ? Step.WRITING_TABLES : Step.TRAINING;
    }

    @Test
    void tooFewOpenFilesAreASentenceBeforeAndAfterTrainingAndTheSameCommandContinues()
            throws IOException, InterruptedException {
        Path out = disk.resolve("out");
        var steps = EnumSet.noneOf(Step.class);
        int exitCode = -1;
        long kept = 0;
        // With the fewest, Java itself does not start; how many it needs differs from machine to machine.
        for (int most = 10; most <= 200 && exitCode != 0; most++) {
            exitCode = program.start(out, "sh", "-c", "ulimit -n " + most + "; exec \"$@\"", "sh")
                    .waitFor();
            if (exitCode == 4 && program.stderr().contains("Runs that have ended are kept")) {
                assertOneSentence(exitCode, "Too many open files");
                steps.add(stepOf(out));
            }
            assertThat(Program.journalBytes(out)).isGreaterThanOrEqualTo(kept);
            kept = Program.journalBytes(out);
        }
        assertThat(steps).as("where the limit was met").contains(Step.OPENING_THE_FOLDER, Step.WRITING_TABLES);
        assertSameBytes(out);
    }

    private static void awaitJournal(Path out) throws IOException, InterruptedException {
        for (int tries = 0; tries < 6000; tries++) {
            if (Files.isDirectory(out.resolve("journal"))) {
                try (var files = Files.list(out.resolve("journal"))) {
                    if (files.anyMatch(file -> file.toFile().length() > 20_000)) {
                        return;
                    }
                }
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("the program has not begun");
    }

    @Test
    void aFolderThatVanishesIsASentence() throws IOException, InterruptedException {
        Path out = disk.resolve("out");
        var process = program.start(out);
        awaitJournal(out);
        MoreFiles.deleteRecursively(out, RecursiveDeleteOption.ALLOW_INSECURE);
        assertThat(process.waitFor()).as(program.stderr()).isEqualTo(4);
        assertThat(program.stderr()).contains("was deleted while").doesNotContain("Exception", "\tat ");
        assertSameBytes(out);
    }
}
