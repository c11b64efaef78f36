package tandem.experiment.data;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;

/** The problems of one file: the first ones word for word, the others counted. */
final class DataProblems {
    private static final int SHOWN = 20;

    private final String file;
    private final ImmutableList.Builder<Problem> shown = ImmutableList.builder();
    private long count;

    DataProblems(String file) {
        this.file = file;
    }

    /** @param problem asked only if it is shown: finding its place takes a walk through the file */
    void add(Supplier<Problem> problem) {
        count++;
        if (count <= SHOWN) {
            shown.add(problem.get());
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    void throwIfAny() {
        if (count > 0) {
            throw toException();
        }
    }

    /** All problems so far. */
    UnusableInputException toException() {
        if (count > SHOWN) {
            shown.add(new Problem(file, 0, 0, "", "and " + (count - SHOWN) + " more problems", ""));
        }
        return new UnusableInputException(shown.build());
    }
}
