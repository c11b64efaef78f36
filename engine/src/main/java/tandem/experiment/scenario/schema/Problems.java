package tandem.experiment.scenario.schema;

import static java.util.Comparator.comparingInt;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.yaml.Place;

/** Collects what is wrong, each thing once. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Place place, Object path, String message) {
        found.add(place.problem(path.toString(), message));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Iterable<Problem> problems) {
        problems.forEach(found::add);
    }

    public boolean contains(Problem problem) {
        return found.contains(problem);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By line and column; what stands on the command line first. */
    public ImmutableList<Problem> inFileOrder() {
        return found.stream()
                .sorted(comparingInt(Problem::line).thenComparingInt(Problem::column))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Ends the reading of an input that cannot be used.
     *
     * @throws UnusableInputException with everything found, if anything was
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new UnusableInputException(inFileOrder());
        }
    }
}
