package tandem.experiment.scenario;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import java.util.stream.IntStream;

/** Which epochs epochs.csv has. It follows from the epochs that a run is to be trained, not from those it came to: all runs of a cell have the same. */
public sealed interface EpochSelection {

    /**
     * Whether an epoch is recorded.
     *
     * @param epoch from 0, the start
     * @param last the epochs that the run is to be trained
     */
    boolean has(int epoch, int last);

    /** As it stands in a scenario. */
    String text();

    /** How many of the epochs 0 to {@code last} are recorded. */
    default long count(int last) {
        return IntStream.rangeClosed(0, last).filter(epoch -> has(epoch, last)).count();
    }

    /** Every epoch. */
    record All() implements EpochSelection {
        @Override
        public boolean has(int epoch, int last) {
            return true;
        }

        @Override
        public String text() {
            return "all";
        }

        @Override
        public long count(int last) {
            return last + 1L;
        }
    }

    /** The last epoch alone. */
    record Last() implements EpochSelection {
        @Override
        public boolean has(int epoch, int last) {
            return epoch == last;
        }

        @Override
        public String text() {
            return "last";
        }
    }

    /** The start, every {@code epochs}-th epoch and the last. */
    record Every(int epochs) implements EpochSelection {
        public Every {
            checkArgument(epochs >= 1, "epochs must be positive: %s", epochs);
        }

        @Override
        public boolean has(int epoch, int last) {
            return epoch % epochs == 0 || epoch == last;
        }

        @Override
        public String text() {
            return "every " + epochs;
        }
    }

    /** The start, ten epochs a decade, which are those nearest to {@code 10^(i / 10)} (all up to 6), and the last. */
    record LogSpaced() implements EpochSelection {
        /** Up to the most epochs that a scenario may have. */
        private static final int POWERS = 80;

        private static final ImmutableSortedSet<Integer> EPOCHS = IntStream.rangeClosed(0, POWERS)
                .mapToObj(i -> (int) StrictMath.rint(StrictMath.pow(10, i / 10.0)))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Ordering.natural()));

        @Override
        public boolean has(int epoch, int last) {
            return epoch == 0 || epoch == last || EPOCHS.contains(epoch);
        }

        @Override
        public String text() {
            return "log_spaced";
        }
    }
}
