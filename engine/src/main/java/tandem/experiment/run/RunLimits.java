package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.Optional;
import tandem.experiment.plan.Shard;

/**
 * How much of what is missing is trained now. None of it changes a run.
 *
 * @param shard the part of the runs to which others are left; empty for all
 * @param mostRuns train at most so many; at least 1
 * @param time begin no pack after that; those in flight are finished
 */
public record RunLimits(Optional<Shard> shard, long mostRuns, Duration time) {
    /** Longer than any process lives, and in range when counted in nanoseconds. */
    public static final Duration UNLIMITED = Duration.ofDays(36_500);

    public static final RunLimits NONE = new RunLimits(Optional.empty(), Long.MAX_VALUE, UNLIMITED);

    public RunLimits {
        checkArgument(mostRuns >= 1, "mostRuns must be at least 1: %s", mostRuns);
        checkArgument(
                time.compareTo(Duration.ZERO) > 0 && time.compareTo(UNLIMITED) <= 0,
                "time must be positive and at most %s: %s",
                UNLIMITED,
                time);
    }
}
