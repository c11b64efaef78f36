package tandem.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Figures figures = new Figures();

    LineTest() {
        figures.add(ImmutableMap.of("core", 30.0, "twin", 40.0));
        figures.add(ImmutableMap.of("core", 90.0, "twin", 100.0));
        figures.add(ImmutableMap.of("core", 10.0, "twin", 20.0));
    }

    @Test
    void aQuotientIsTakenWithinARound() {
        // 30/40, 90/100, 10/20; the quotient of the medians, 30/40, is the median here, those of the extremes are not.
        assertThat(new Line.Quotient("share", "core", "twin", 0.8).markdown(figures))
                .isEqualTo("| share | ratio | 0.75 | 0.50 | 0.90 | at least 0.8: **not met** |");
    }

    @Test
    void anExpectationIsMetByTheMedian() {
        assertThat(new Line.Quotient("share", "core", "twin", 0.75).markdown(figures))
                .endsWith("| at least 0.75: met |");
        assertThat(new Line.AtMost("core", "s", 30).markdown(figures)).endsWith("| at most 30.0: met |");
        assertThat(new Line.AtMost("core", "s", 29).markdown(figures)).endsWith("| at most 29.0: **not met** |");
    }

    @Test
    void aShareOfTimeIsTheInverseOfSpeeds() {
        // The figures in models per second: 40 / 30 in the middle round would be the time of core in times of twin.
        var share = new Line.TimeShare("time", "core", "twin", 1.0);
        assertThat(share.values(figures).getValues())
                .isEqualTo(
                        new Line.Quotient("", "twin", "core", 0).values(figures).getValues());
        assertThat(share.markdown(figures)).contains("| at most 1.0: ");
    }

    @Test
    void aSumWeighsFiguresOfOneRound() {
        // 0.5 * 30 - 0.25 * 40 = 5; 45 - 25 = 20; 5 - 5 = 0.
        var half = new Line.Sum("rest", "us", ImmutableMap.of("core", 0.5, "twin", -0.25));
        assertThat(half.markdown(figures)).isEqualTo("| rest | us | 5.00 | 0.00 | 20.0 |  |");
    }

    @Test
    void aFigureNobodyMeasuredIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line.Plain("speed", "s").markdown(figures))
                .withMessageContaining("speed");
    }
}
