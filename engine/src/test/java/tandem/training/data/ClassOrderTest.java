package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassOrderTest {

    @Test
    void numbersAreOrderedByValue() {
        assertThat(ClassOrder.of(List.of("10", "9", "-1", "1e1", "9"))).containsExactly("-1", "9", "10", "1e1");
    }

    @Test
    void otherLabelsAreOrderedByCodePoint() {
        assertThat(ClassOrder.of(List.of("b", "10", "9", "B", "a"))).containsExactly("10", "9", "B", "a", "b");
    }

    /** U+FF21 is one UTF-16 unit, greater than the first unit of U+1F600, but the smaller code point. */
    @Test
    void codePointsBeyondSixteenBitsComeLast() {
        assertThat(ClassOrder.of(List.of("\uD83D\uDE00", "\uFF21"))).containsExactly("\uFF21", "\uD83D\uDE00");
    }

    @Test
    void onlyDecimalNumbersAreNumbers() {
        assertThat(List.of("1", "-1.5", ".5", "5.", "+2e-3", "1E400")).allMatch(ClassOrder::isNumber);
        assertThat(List.of("", "NaN", "Infinity", "1d", "0x1p3", "1_000", "1,5", " 1", "e5", "."))
                .noneMatch(ClassOrder::isNumber);
    }
}
