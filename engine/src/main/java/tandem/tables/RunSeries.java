package tandem.tables;

import static com.google.common.base.Preconditions.checkArgument;

/** What a run as a whole adds to the train rows of epochs.csv, by epoch from 0. The arrays are not copied. */
public final class RunSeries {
    private final double[] objectives;
    private final double[] penalties;
    private final double[] weightNorms;
    private final double[] gradientNorms;

    private RunSeries(double[] objectives, double[] penalties, double[] weightNorms, double[] gradientNorms) {
        this.objectives = objectives;
        this.penalties = penalties;
        this.weightNorms = weightNorms;
        this.gradientNorms = gradientNorms;
    }

    /**
     * The series of one run.
     *
     * @param objectives by epoch, finite; so are the others
     * @param gradientNorms as long as the others, element 0 not read (epoch 0 has no batches); or of length 0 where no
     *     gradient is taken
     */
    public static RunSeries of(double[] objectives, double[] penalties, double[] weightNorms, double[] gradientNorms) {
        int length = objectives.length;
        checkArgument(
                penalties.length == length
                        && weightNorms.length == length
                        && (gradientNorms.length == length || gradientNorms.length == 0),
                "the series of a run must be equally long: %s, %s, %s, %s",
                length,
                penalties.length,
                weightNorms.length,
                gradientNorms.length);
        return new RunSeries(objectives, penalties, weightNorms, gradientNorms);
    }

    int length() {
        return objectives.length;
    }

    double objective(int epoch) {
        return objectives[epoch];
    }

    double penalty(int epoch) {
        return penalties[epoch];
    }

    double weightNorm(int epoch) {
        return weightNorms[epoch];
    }

    boolean hasGradientNorm(int epoch) {
        return epoch > 0 && gradientNorms.length > 0;
    }

    double gradientNorm(int epoch) {
        return gradientNorms[epoch];
    }
}
