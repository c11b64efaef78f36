package tandem.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Where the process starts and ends. */
public final class Main {

    private Main() {}

    /** Runs the command in {@code arguments} and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(TandemCommand.commandLine(), arguments));
    }

    /** The exit code of a command whose results go to {@code out}, everything else to {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(TandemCommand.commandLine().setOut(out).setErr(err), arguments);
    }

    /** Picocli answers exceptions; an error would leave the process with 1, which says that a difference was found. */
    private static int run(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return Faults.report(e, command.getErr());
        } finally {
            // System.exit flushes nothing.
            command.getOut().flush();
            command.getErr().flush();
        }
    }
}
