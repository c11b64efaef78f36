package tandem.cli;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tandem.analysis.comparison.UnusableComparisonException;
import tandem.experiment.problem.Printable;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;
import tandem.tables.RefusedFolderException;
import tandem.tables.UnusableTableException;

/** Turns what stopped a command into sentences and an exit code. Only a fault of Tandem's own shows where it happened. */
final class Faults implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return report(e, command.getErr());
    }

    static int report(Throwable e, PrintWriter err) {
        return switch (e) {
            case UnusableInputException unusable -> {
                unusable.problems().forEach(problem -> print(problem, err));
                yield ExitCode.UNUSABLE_INPUT;
            }
            case RefusedFolderException _, UnusableTableException _, UnusableComparisonException _ -> {
                err.println("tandem: " + Printable.of(String.valueOf(e.getMessage())));
                yield ExitCode.UNUSABLE_INPUT;
            }
            // Said by whoever interrupted.
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            case ClosedByInterruptException _ -> ExitCode.INTERRUPTED;
            case UncheckedIOException unchecked when unchecked.getCause() != null -> report(unchecked.getCause(), err);
            case IOException io -> {
                err.println("tandem: " + Printable.of(sentence(io)));
                yield ExitCode.INTERNAL;
            }
            case ExecutionException wrapped when wrapped.getCause() != null -> report(wrapped.getCause(), err);
            case OutOfMemoryError _ -> {
                err.println("tandem: the heap is full; give java more memory, for instance TANDEM_JAVA_OPTS=-Xmx8g,"
                        + " or take fewer --threads.");
                yield ExitCode.INTERNAL;
            }
            case NoClassDefFoundError missing
            when String.valueOf(missing.getMessage()).contains("jdk/incubator") -> {
                err.println("tandem: java was started without its vector module; start Tandem with its launcher,"
                        + " or pass --add-modules jdk.incubator.vector to java.");
                yield ExitCode.INTERNAL;
            }
            default -> {
                err.println("tandem: an internal error; please report it with these lines.");
                Throwables.getStackTraceAsString(e).lines().map(Printable::of).forEach(err::println);
                yield ExitCode.INTERNAL;
            }
        };
    }

    static void print(Problem problem, PrintWriter err) {
        err.println(Printable.of(problem.toText()));
        if (!problem.excerpt().isBlank()) {
            err.println("    " + Printable.of(problem.excerpt().strip()));
        }
    }

    private static String sentence(IOException e) {
        String what = switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder.";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied.";
            case FileSystemException other
            when other.getReason() != null -> other.getFile() + ": " + other.getReason() + ".";
            default -> String.valueOf(e.getMessage());
        };
        return what + remedy(what);
    }

    /** What to do about what the operating system refused, in its words. */
    private static String remedy(String what) {
        if (what.contains("No space left") || what.contains("quota") || what.contains("File too large")) {
            return " Runs that have ended are kept: make room, and the same command continues.";
        }
        if (what.contains("Read-only file system")) {
            return " Runs that have ended are kept: make it writable, and the same command continues.";
        }
        if (what.contains("Too many open files")) {
            return " Runs that have ended are kept: allow more (ulimit -n), and the same command continues.";
        }
        return "";
    }
}
