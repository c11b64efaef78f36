package tandem.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.analysis.interval.Interval;
import tandem.claims.Expectation;

class AcceptedSetTest {

    private static Expectation expectation(String kind) {
        return switch (kind) {
            case "above 1" -> new Expectation.Above(1);
            case "below 1" -> new Expectation.Below(1);
            case "between 1 and 2" -> new Expectation.Between(1, 2);
            case "equals 1.5 +- 0.5" -> new Expectation.Equals(1.5, 0.5);
            case "increases" -> new Expectation.Increases("f", ImmutableList.of("a", "b"));
            case "decreases" -> new Expectation.Decreases("f", ImmutableList.of("a", "b"));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "above 1, 1.1, 2, HOLDS",
        "above 1, 1, 2, UNDECIDED",
        "above 1, 0, 1, FAILS",
        "above 1, 1, 1, FAILS",
        "above 1, 1.5, Infinity, HOLDS",
        "above 1, -Infinity, 0.5, FAILS",
        "above 1, -Infinity, Infinity, UNDECIDED",
        "below 1, 0, 0.9, HOLDS",
        "below 1, 0.9, 1, UNDECIDED",
        "below 1, 1, 2, FAILS",
        "below 1, -Infinity, 0.5, HOLDS",
        "between 1 and 2, 1, 2, HOLDS",
        "between 1 and 2, 0.9, 1.5, UNDECIDED",
        "between 1 and 2, 0.5, 2.5, UNDECIDED",
        "between 1 and 2, 2, 3, UNDECIDED",
        "between 1 and 2, 2.1, 3, FAILS",
        "between 1 and 2, 0, 0.9, FAILS",
        "between 1 and 2, 1.5, Infinity, UNDECIDED",
        "equals 1.5 +- 0.5, 1.1, 1.9, HOLDS",
        "equals 1.5 +- 0.5, 1, 2, HOLDS",
        "equals 1.5 +- 0.5, 2.1, 3, FAILS",
        "equals 1.5 +- 0.5, 1.9, 3, UNDECIDED",
        "increases, 0.1, 1, HOLDS",
        "increases, -1, 0, FAILS",
        "increases, 0, 0, FAILS",
        "increases, -1, 1, UNDECIDED",
        "decreases, -1, -0.1, HOLDS",
        "decreases, 0, 1, FAILS",
    })
    void theWholeIntervalDecides(String kind, double low, double high, Verdict verdict) {
        assertThat(AcceptedSet.of(expectation(kind)).verdict(new Interval(low, high)))
                .isEqualTo(verdict);
    }
}
