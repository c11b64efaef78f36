package tandem.benchmarks.figures;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.primitives.Doubles;
import java.util.Map;

/** What was measured: a value a round for each name. */
final class Figures {
    private final ListMultimap<String, Double> values = ArrayListMultimap.create();

    void add(Map<String, Double> round) {
        round.forEach(values::put);
    }

    /** The values of a figure, by round. */
    double[] of(String name) {
        checkArgument(values.containsKey(name), "nothing was measured under the name %s", name);
        return Doubles.toArray(values.get(name));
    }
}
