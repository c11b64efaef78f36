package tandem.training.data.corruption;

import static java.util.Objects.requireNonNull;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tandem.training.data.Examples;
import tandem.training.data.Split;
import tandem.training.random.RandomStream;

/**
 * One split under the hands of a mechanism.
 *
 * @param clean all splits as they were
 * @param stream of the purpose corruption
 */
record Workpiece(Split split, Draft draft, CleanData clean, RandomStream stream) {

    /** This split as it was. */
    Examples origin() {
        return requireNonNull(clean.data().splits().get(split));
    }

    int count() {
        return draft.count();
    }

    /** @param purpose what is drawn, different for every choice of every mechanism: {@code "label_noise/choice"} */
    Draws draws(String purpose) {
        return Draws.of(stream, purpose);
    }

    int id(int example) {
        return draft.ids()[example];
    }

    /** Positions of examples, ascending. */
    int[] where(IntPredicate condition) {
        return IntStream.range(0, count()).filter(condition).toArray();
    }

    /** Those {@code total} examples with the smallest draws, by ascending draw. */
    int[] chosen(String purpose, int total) {
        var draws = draws(purpose);
        return Draws.smallest(where(_ -> true), i -> draws.uniform(id(i)), total);
    }
}
