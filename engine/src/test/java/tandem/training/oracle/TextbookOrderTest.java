package tandem.training.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tandem.training.random.RandomStream;

/** What the packs' orders are held against is itself a fair shuffle. */
final class TextbookOrderTest {

    @Test
    void everyOrderIsEquallyLikely() {
        int epochs = 24_000;
        var counts = new TreeMap<String, Integer>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = TextbookOrder.of(new RandomStream(3).at(epoch), 4);
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
            counts.merge(Arrays.toString(order), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        double expected = epochs / 24.0;
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        // scipy: chi2.ppf(0.999, 23) = 49.73, and chi2.ppf(0.001, 23) = 7.53 for a shuffle too even to be random.
        assertThat(chiSquare).isBetween(7.53, 49.73);
    }
}
