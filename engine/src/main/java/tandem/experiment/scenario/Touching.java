package tandem.experiment.scenario;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import tandem.experiment.scenario.factor.VariedFactor;

/**
 * The factors that can change something, and a number for each combination of their levels.
 *
 * @param factors their positions
 * @param levelCounts of each of them
 */
record Touching(ImmutableIntArray factors, ImmutableIntArray levelCounts) {

    /** The factors that set something at, below or above one of the paths. */
    static Touching of(ImmutableList<VariedFactor> factors, ImmutableList<String> paths) {
        var touching = IntStream.range(0, factors.size())
                .filter(f -> paths.stream().anyMatch(path -> factors.get(f).touches(path)))
                .boxed()
                .collect(collectingAndThen(toList(), ImmutableIntArray::copyOf));
        var counts = touching.stream().map(f -> factors.get(f).levels().size());
        return new Touching(touching, ImmutableIntArray.copyOf(counts));
    }

    /** How many combinations of levels they have. */
    long combinations() {
        long combinations = 1;
        for (int i = 0; i < levelCounts.length(); i++) {
            combinations = LongMath.saturatedMultiply(combinations, levelCounts.get(i));
        }
        return combinations;
    }

    /** The number of a combination, from 0; only where they are no more than an int can count. */
    int index(int[] levelIndices) {
        int index = 0;
        for (int i = 0; i < factors.length(); i++) {
            index = index * levelCounts.get(i) + levelIndices[factors.get(i)];
        }
        return index;
    }
}
