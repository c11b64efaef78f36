package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import tandem.tables.RunColumns.Status;

/** Where in the journal the record of each run is, and how the run ended. Eight bytes a run. */
final class RunPlaces {
    private static final long NONE = -1;
    private static final int STATUS_BITS = 2;
    private static final int FILE_BITS = 18;
    private static final int AT_BITS = 43;

    private static final ImmutableList<Status> STATUSES = ImmutableList.copyOf(Status.values());

    private final long[] places;

    RunPlaces(long runCount) {
        this.places = new long[Math.toIntExact(runCount)];
        Arrays.fill(places, NONE);
    }

    /** A later record takes the place of an earlier one, except that a failure takes no other's. */
    void put(long run, Status status, int file, long at) {
        checkArgument(file < 1 << FILE_BITS, "too many files in a journal: %s", file);
        checkArgument(at < 1L << AT_BITS, "a file of a journal is too large: %s", at);
        int index = (int) run;
        if (places[index] == NONE || status(run) == Status.FAILED || status != Status.FAILED) {
            places[index] = (at << FILE_BITS | file) << STATUS_BITS | STATUSES.indexOf(status);
        }
    }

    boolean has(long run) {
        return places[(int) run] != NONE;
    }

    /** How a run that has a record ended. */
    Status status(long run) {
        return STATUSES.get((int) (places[(int) run] & ((1 << STATUS_BITS) - 1)));
    }

    int file(long run) {
        return (int) (places[(int) run] >>> STATUS_BITS & ((1 << FILE_BITS) - 1));
    }

    long at(long run) {
        return places[(int) run] >>> (STATUS_BITS + FILE_BITS);
    }
}
