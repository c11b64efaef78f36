package tandem.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tandem.training.random.RandomStream;

class PlaneShapeTest {
    private static final RandomStream STREAM = new RandomStream(8);

    /** Class 0 lies on the upper unit circle about the origin, class 1 on the lower one about (1, 1/2), as in make_moons. */
    @Test
    void moonsAreTwoHalfCircles() {
        var moons = new PlaneShape.Moons(0).draw(200, STREAM);
        double[] x = moons.examples().features();
        for (int i = 0; i < 200; i++) {
            int label = moons.examples().labels()[i];
            double dx = x[2 * i] - label;
            double dy = x[2 * i + 1] - 0.5 * label;
            assertThat(dx * dx + dy * dy).isCloseTo(1, within(1e-12));
            assertThat(label == 0 ? dy : -dy).isGreaterThanOrEqualTo(0);
        }
        assertThat(moons.classSizes()[0]).isBetween(70, 130);
    }

    @Test
    void xorIsOneWhereSignsDiffer() {
        var xor = new PlaneShape.Xor(0).draw(100, STREAM).examples();
        for (int i = 0; i < 100; i++) {
            boolean differ = xor.features()[2 * i] * xor.features()[2 * i + 1] < 0;
            assertThat(xor.labels()[i] == 1).isEqualTo(differ);
        }
    }

    /** At radius t the angle is 2 pi turns t, and half a turn further for class 1. */
    @Test
    void spiralsWindAsOftenAsTheyAreTold() {
        var spirals = new PlaneShape.Spirals(1.5, 0).draw(100, STREAM).examples();
        for (int i = 0; i < 100; i++) {
            double sign = spirals.labels()[i] == 0 ? 1 : -1;
            double x = sign * spirals.features()[2 * i];
            double y = sign * spirals.features()[2 * i + 1];
            double t = StrictMath.hypot(x, y);
            double angle = 2 * Math.PI * 1.5 * t;
            assertThat(x).isCloseTo(t * StrictMath.cos(angle), within(1e-12));
            assertThat(y).isCloseTo(t * StrictMath.sin(angle), within(1e-12));
        }
    }

    /** Standard error of a standard deviation from 4000 numbers: 0.3 / sqrt(8000) = 0.0034. */
    @Test
    void noiseHasItsStandardDeviationAndTheFirstExamplesStay() {
        var exact = new PlaneShape.Moons(0).draw(2000, STREAM).examples();
        var noisy = new PlaneShape.Moons(0.3).draw(2000, STREAM).examples();
        double squares = 0;
        for (int at = 0; at < 4000; at++) {
            double noise = noisy.features()[at] - exact.features()[at];
            squares += noise * noise;
        }
        assertThat(Math.sqrt(squares / 4000)).isCloseTo(0.3, within(0.014));
        assertThat(noisy.labels()).isEqualTo(exact.labels());
        var fewer = new PlaneShape.Moons(0.3).draw(10, STREAM).examples();
        assertThat(fewer.features()).containsExactly(Arrays.copyOf(noisy.features(), 20));
    }
}
