package tandem.training.oracle;

import tandem.training.optimizer.Loss;

/** Losses by the book, of the probabilities, with their derivatives by each probability. */
final class TextbookLoss {
    private TextbookLoss() {}

    static double value(Loss loss, double[] p, int label) {
        return switch (loss) {
            case Loss.CrossEntropy _, Loss.Flooding _ -> -StrictMath.log(p[label]);
            case Loss.SmoothedCrossEntropy(double smoothing) -> {
                double sum = 0;
                for (int c = 0; c < p.length; c++) {
                    sum -= target(smoothing, c == label, p.length) * StrictMath.log(p[c]);
                }
                yield sum;
            }
            case Loss.Focal(double gamma) -> -StrictMath.pow(1 - p[label], gamma) * StrictMath.log(p[label]);
            case Loss.GeneralizedCrossEntropy(double q) -> (1 - StrictMath.pow(p[label], q)) / q;
            case Loss.MeanAbsoluteError() -> {
                double sum = 0;
                for (int c = 0; c < p.length; c++) {
                    sum += Math.abs(p[c] - (c == label ? 1 : 0));
                }
                yield sum;
            }
            case Loss.ForwardCorrection(var transition) -> -StrictMath.log(noisy(transition, p, label));
        };
    }

    /** {@code d loss / d p_c}, the probabilities taken as independent. */
    static double slope(Loss loss, double[] p, int label, int c) {
        double own = c == label ? 1 : 0;
        double likely = p[label];
        return switch (loss) {
            case Loss.CrossEntropy _, Loss.Flooding _ -> -own / likely;
            case Loss.SmoothedCrossEntropy(double smoothing) -> -target(smoothing, c == label, p.length) / p[c];
            case Loss.Focal(double gamma) ->
                own
                        * (gamma * StrictMath.pow(1 - likely, gamma - 1) * StrictMath.log(likely)
                                - StrictMath.pow(1 - likely, gamma) / likely);
            case Loss.GeneralizedCrossEntropy(double q) -> -own * StrictMath.pow(likely, q - 1);
            case Loss.MeanAbsoluteError() -> c == label ? -1 : 1;
            case Loss.ForwardCorrection(var transition) ->
                -entry(transition, c, label, p.length) / noisy(transition, p, label);
        };
    }

    private static double target(double smoothing, boolean isOwn, int classCount) {
        return (isOwn ? 1 - smoothing : 0) + smoothing / classCount;
    }

    private static double noisy(Loss.Transition transition, double[] p, int label) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * entry(transition, i, label, p.length);
        }
        return sum;
    }

    private static double entry(Loss.Transition transition, int from, int to, int classCount) {
        return switch (transition) {
            case Loss.Transition.Symmetric(double rate) -> from == to ? 1 - rate : rate / (classCount - 1);
            case Loss.Transition.Given(var rows) -> rows.get(from).get(to);
        };
    }
}
