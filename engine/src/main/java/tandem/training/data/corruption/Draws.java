package tandem.training.data.corruption;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import tandem.training.random.RandomStream;

/**
 * Random numbers of single examples. Each example has a stream of its own, known by its position in the source, so that its numbers depend neither on the
 * other examples nor on the split it is in; the doses of a mechanism are nested, and a larger train split keeps what a smaller one got.
 */
final class Draws {
    private final RandomStream stream;

    private Draws(RandomStream stream) {
        this.stream = stream;
    }

    /** @param purpose what is drawn, different for every choice of every mechanism: {@code "label_noise/choice"} */
    static Draws of(RandomStream corruption, String purpose) {
        return new Draws(RandomStream.of(corruption.seed(), purpose, 0));
    }

    /** The numbers of one example, from the first. */
    UniformRandomProvider of(int id) {
        return stream.at(id).generator();
    }

    /** The first number of an example, in [0, 1). */
    double uniform(int id) {
        return of(id).nextDouble();
    }

    /** The {@code count} positions with the smallest keys, by ascending key; equal keys by position. */
    static int[] smallest(int[] positions, IntToDoubleFunction key, int count) {
        double[] keys = IntStream.of(positions).mapToDouble(key).toArray();
        return IntStream.range(0, positions.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .limit(count)
                .mapToInt(i -> positions[i])
                .toArray();
    }
}
