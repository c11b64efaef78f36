package tandem.cli;

import java.util.ArrayList;
import java.util.List;

/** Numbers that remember what they were computed from, for gradients by the chain rule. */
final class Tape {
    private final List<Step> steps = new ArrayList<>();

    /** A number and its place on the tape. */
    record Num(int index, double value) {}

    /** Where a number came from, with the slopes there; a place below 0 for nowhere. */
    private record Step(int a, double ofA, int b, double ofB) {}

    Num leaf(double value) {
        return write(value, new Step(-1, 0, -1, 0));
    }

    Num plus(Num x, Num y) {
        return write(x.value + y.value, new Step(x.index, 1, y.index, 1));
    }

    Num times(Num x, Num y) {
        return write(x.value * y.value, new Step(x.index, y.value, y.index, x.value));
    }

    /** A function of one number, with its slope there. */
    Num of(Num x, double value, double slope) {
        return write(value, new Step(x.index, slope, -1, 0));
    }

    Num scaled(Num x, double factor) {
        return of(x, factor * x.value, factor);
    }

    private Num write(double value, Step step) {
        steps.add(step);
        return new Num(steps.size() - 1, value);
    }

    /** Derivatives of a number with respect to every one before it. */
    double[] gradient(Num of) {
        double[] gradient = new double[steps.size()];
        gradient[of.index] = 1;
        for (int i = of.index; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.a >= 0) {
                gradient[step.a] += gradient[i] * step.ofA;
            }
            if (step.b >= 0) {
                gradient[step.b] += gradient[i] * step.ofB;
            }
        }
        return gradient;
    }
}
