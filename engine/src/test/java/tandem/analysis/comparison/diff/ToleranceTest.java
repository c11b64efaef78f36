package tandem.analysis.comparison.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two fields count as the same. */
final class ToleranceTest {

    @Test
    void exactlyTheSameIsTheSameText() {
        assertThat(Tolerance.EXACT.covers("1", "1")).isTrue();
        assertThat(Tolerance.EXACT.covers("1", "1.0")).isFalse();
        assertThat(Tolerance.EXACT.covers("0.0", "-0.0")).isFalse();
        assertThat(Tolerance.EXACT.covers("NaN", "NaN")).isTrue();
    }

    /** 0.1 + 0.2 is 0.30000000000000004, the double after 0.3 (4 ulps up to 0.30000000000000021 by numpy.nextafter). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1, 1.0, true",
        "0, 0, 0, 0.0, -0.0, true",
        "0, 0, 0, 0.3, 0.30000000000000004, false",
        "0, 0, 1, 0.3, 0.30000000000000004, true",
        "0, 0, 3, 0.3, 0.3000000000000002, false",
        "0, 0, 4, 0.3, 0.3000000000000002, true",
        "0, 0, 1, 0, 4.9E-324, true",
        "0, 0, 1, -4.9E-324, 4.9E-324, false",
        "0, 0, 2, -4.9E-324, 4.9E-324, true",
        "0, 0, 9223372036854775807, -1e308, 1e308, false",
        "0.5, 0, 0, 1, 1.5, true",
        "0.5, 0, 0, 1, 1.75, false",
        "0, 0.25, 0, 3, 4, true",
        "0, 0.25, 0, -3, -4.5, false",
        "1, 1, 9, 1, '', false",
        "1, 1, 9, x, 1, false",
        "1, 1, 9, Infinity, 1e308, false",
        "1, 1, 9, Infinity, Infinity, true",
        "1, 1, 9, NaN, 1, false",
        "1, 1, 9, 2d, 2f, false",
        "1, 1, 9, 2d, 2, false",
    })
    void aToleranceHoldsFromBothSides(double absolute, double relative, long ulps, String a, String b, boolean same) {
        var tolerance = new Tolerance(true, absolute, relative, ulps);
        assertThat(tolerance.covers(a, b)).isEqualTo(same);
        assertThat(tolerance.covers(b, a)).isEqualTo(same);
    }

    @Test
    void aToleranceIsFiniteAndNotNegative() {
        assertThatThrownBy(() -> new Tolerance(true, -1, 0, 0)).hasMessageContaining("absolute");
        assertThatThrownBy(() -> new Tolerance(true, 0, Double.NaN, 0)).hasMessageContaining("relative");
        assertThatThrownBy(() -> new Tolerance(true, 0, 0, -1)).hasMessageContaining("ulps");
    }
}
