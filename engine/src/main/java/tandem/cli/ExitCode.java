package tandem.cli;

/** What the process answers to its caller. */
final class ExitCode {
    static final int DONE = 0;
    /** A claim does not hold, and somebody asked for that to count. */
    static final int DIFFERENCE = 1;

    static final int UNUSABLE_INPUT = 2;
    static final int FAILED_RUNS = 3;
    static final int INTERNAL = 4;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
