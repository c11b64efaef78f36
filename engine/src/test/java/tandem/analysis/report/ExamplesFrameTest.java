package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExamplesFrameTest {
    /** Bin b begins at 10^(-8 + b / 4): 32 at 1, 31 at 0.562, 36 at 10. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1e-300, 0", "1e-8, 0", "0.9, 31", "1, 32", "9.9, 35", "10, 36", "1e9, 43"})
    void aLossFallsIntoTheQuarterOfItsDecade(double loss, int bin) {
        assertThat(ExamplesFrame.lossBin(loss)).isEqualTo(bin);
    }
}
