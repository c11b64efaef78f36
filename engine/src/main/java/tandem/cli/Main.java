package tandem.cli;

/** Where the process starts and ends. */
public final class Main {

    private Main() {}

    /** Runs the command in {@code arguments} and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(TandemCommand.commandLine().execute(arguments));
    }
}
