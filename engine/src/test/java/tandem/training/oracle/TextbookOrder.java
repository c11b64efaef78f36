package tandem.training.oracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.core.source64.SplitMix64;
import tandem.training.random.RandomStream;

/**
 * The order of an epoch's examples: each in turn takes the place of one drawn from those before it and itself, whose example goes to the end.
 *
 * @see "Fisher and Yates (1938) inside out, Knuth, The Art of Computer Programming 3.4.2; bounded numbers by Lemire (2019)"
 */
final class TextbookOrder {

    private TextbookOrder() {}

    static int[] of(RandomStream epoch, int count) {
        var generator = new SplitMix64(epoch.seed());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long product = (generator.nextLong() >>> 32) * (i + 1);
            if ((product & 0xffffffffL) < i + 1) {
                throw new AssertionError("one draw in 50 million is refused, and this book has no page for it");
            }
            int place = (int) (product >>> 32);
            order.add(i);
            order.set(i, order.get(place));
            order.set(place, i);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
