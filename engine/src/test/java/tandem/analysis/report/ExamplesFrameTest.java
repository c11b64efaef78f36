package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExamplesFrameTest {
    /** Bin b begins at ln 2 10^(-8 + b / 4): 31 at 0.3898, 32 at 0.6931, 36 at 6.931. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-300, 0",
        "1e-8, 0",
        "0.39, 31",
        "0.6931, 31",
        "0.6931471805599453, 32",
        "6.93, 35",
        "6.932, 36",
        "1e9, 43"
    })
    void aLossFallsIntoTheQuarterOfItsDecade(double loss, int bin) {
        assertThat(ExamplesFrame.lossBin(loss)).isEqualTo(bin);
    }
}
