package tandem.measures.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BrierScoreTest {

    @Test
    void fourExamplesAreWorkedByHand() {
        // class 0: p = 0.9, 0.9, 0.3, 0.32 and y = 1, 0, 0, 1; 0.3 and 0.32 share the bin (4/15, 5/15]
        var brier = BrierScore.of(
                TestOutcomes.ofProbabilities(new int[] {0, 1, 1, 0}, 0.9, 0.1, 0.9, 0.1, 0.3, 0.7, 0.32, 0.68));
        // one class: (0.01 + 0.81 + 0.09 + 0.4624) / 4; both classes are alike: the bins of 0.7 and 0.68 differ
        // from those of 0.3 and 0.32, 0.68 lies in (10/15, 11/15] as 0.7 does
        assertThat(brier.score()).isCloseTo(2 * 1.3724 / 4, within(1e-15));
        // (2 (0.9 - 0.5)^2 + 2 (0.31 - 0.5)^2) / 4
        assertThat(brier.reliability()).isCloseTo(2 * (2 * 0.16 + 2 * 0.0361) / 4, within(1e-15));
        // every bin has the share 1/2 that all have
        assertThat(brier.resolution()).isCloseTo(0, within(1e-30));
        assertThat(brier.uncertainty()).isEqualTo(0.5);
        // deviations -0.01 and 0.01 with y - o = -0.5 and 0.5: (2 * 0.0001 - 2 * 2 * 0.005) / 4
        assertThat(brier.residual()).isCloseTo(2 * (0.0002 - 0.02) / 4, within(1e-15));
    }

    @Test
    void figuresAgreeWithNumpy() {
        var brier = BrierScore.of(TestOutcomes.waves());
        // ((p - np.eye(3)[y])**2).sum(1).mean()
        assertThat(brier.score()).isCloseTo(0.48299681481918955, within(1e-14));
        // for k in range(3): b = np.searchsorted(np.arange(1, 16) / 15, p[:, k]); means of p[:, k] and y == k by bin
        assertThat(brier.reliability()).isCloseTo(0.17408820311427708, within(1e-14));
        assertThat(brier.resolution()).isCloseTo(0.35122408963585433, within(1e-14));
        assertThat(brier.uncertainty()).isCloseTo(0.6616666666666667, within(1e-14));
        assertThat(brier.residual()).isCloseTo(-0.0015339653258999923, within(1e-14));
    }

    @Test
    void theFourPartsMakeTheScore() {
        for (int seed = 0; seed < 200; seed++) {
            var outcomes = TestOutcomes.random(seed, 1 + seed, 2 + seed % 9, 1 + seed % 7);
            var brier = BrierScore.of(outcomes);
            assertThat(brier.reliability() - brier.resolution() + brier.uncertainty() + brier.residual())
                    .isCloseTo(brier.score(), within(1e-14));
        }
    }

    @Test
    void equalForecastsInABinLeaveNoResidual() {
        var brier = BrierScore.of(TestOutcomes.ofProbabilities(
                new int[] {0, 0, 1, 1, 0}, 0.8, 0.2, 0.8, 0.2, 0.8, 0.2, 0.25, 0.75, 0.25, 0.75));
        assertThat(brier.residual()).isCloseTo(0, within(1e-15));
        // class 0: 2/3 right at 0.8, 1/2 at 0.25, 3/5 of all; times two classes
        double reliability = (3 * (0.8 - 2.0 / 3) * (0.8 - 2.0 / 3) + 2 * 0.0625) / 5;
        double resolution = (3 * (2.0 / 3 - 0.6) * (2.0 / 3 - 0.6) + 2 * 0.01) / 5;
        assertThat(brier.reliability()).isCloseTo(2 * reliability, within(1e-15));
        assertThat(brier.resolution()).isCloseTo(2 * resolution, within(1e-15));
    }
}
