package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a folder is continued.
 *
 * @param force forget the runs that it has, and start over
 * @param retryFailed train runs again that failed before
 * @param mostFailures stop when so many runs have failed in this execution; at least 1
 * @param limits how much is trained now
 */
public record RunOptions(boolean force, boolean retryFailed, long mostFailures, RunLimits limits) {
    public static final RunOptions DEFAULT = new RunOptions(false, false, Long.MAX_VALUE, RunLimits.NONE);

    public RunOptions {
        checkArgument(mostFailures >= 1, "mostFailures must be at least 1: %s", mostFailures);
    }

    /** Everything that is missing. */
    public RunOptions(boolean force, boolean retryFailed, long mostFailures) {
        this(force, retryFailed, mostFailures, RunLimits.NONE);
    }
}
