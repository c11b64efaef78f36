package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ThinnedTest {
    private static SortedSet<Long> to(long last) {
        return new TreeSet<>(LongStream.rangeClosed(0, last).boxed().toList());
    }

    @Test
    void fewNumbersStay() {
        assertThat(Thinned.of(to(4), 5)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void ofManyTheEndsAndEvenStepsStay() {
        assertThat(Thinned.of(to(200), 5)).containsExactly(0L, 50L, 100L, 150L, 200L);
    }

    @Test
    void theEndsAreTheLeastThatStays() {
        assertThat(Thinned.of(to(200), 0)).containsExactly(0L, 200L);
    }
}
