package tandem.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in order when the process is told to end (Ctrl-C, kill): the run is interrupted, and the process waits a little for it to keep what
 * has ended and drop the rest. What a process leaves that had no time for that, the next run into the same folder clears away.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread run, PrintWriter err) {
        this.hook = new Thread(() -> await(run, err), "tandem-interruption");
    }

    /** Watches over {@code run} until it is closed. */
    static Interruption of(Thread run, PrintWriter err) {
        var interruption = new Interruption(run, err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void await(Thread run, PrintWriter err) {
        run.interrupt();
        try {
            boolean inOrder = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            err.println("tandem: interrupted; the same command continues"
                    + (inOrder ? "." : " and clears away what this one leaves."));
            err.flush();
            // The same answer to every signal; the other hooks only delete temporary files.
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs and has just been told.
        }
    }
}
