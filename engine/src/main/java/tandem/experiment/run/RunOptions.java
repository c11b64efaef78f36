package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a folder is continued.
 *
 * @param force forget the runs that it has, and start over
 * @param retryFailed train runs again that failed before
 * @param mostFailures stop when so many runs have failed in this execution; at least 1
 */
public record RunOptions(boolean force, boolean retryFailed, long mostFailures) {
    public static final RunOptions DEFAULT = new RunOptions(false, false, Long.MAX_VALUE);

    public RunOptions {
        checkArgument(mostFailures >= 1, "mostFailures must be at least 1: %s", mostFailures);
    }
}
