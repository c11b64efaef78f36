package tandem.measures;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Every number computed from one trajectory, in the order of its columns. A new measure is a new constant with its
 * documentation and a branch in {@link #of}: schema and data dictionary follow.
 *
 * <p>Epoch 0 is never used. Where the loss has several smallest (the accuracy several largest) values, the first epoch
 * is named.
 */
public enum Measure {
    MIN_LOSS("min_loss", Kind.LEVEL, "nats", "[0, inf)", "smallest loss over the epochs 1..T"),
    MIN_LOSS_EPOCH("min_loss_epoch", Kind.EPOCH, "epoch", "[1, T]", "first epoch with the smallest loss"),
    MAX_ACCURACY("max_accuracy", Kind.LEVEL, "share", "[0, 1]", "largest accuracy over the epochs 1..T"),
    MAX_ACCURACY_EPOCH(
            "max_accuracy_epoch",
            Kind.EPOCH,
            "epoch",
            "[1, T]",
            "first epoch with the largest number of correct examples"),
    SPEARMAN(
            "spearman",
            Kind.STEPS,
            "1",
            "[-1, 1]",
            "Spearman's rank correlation of loss and accuracy over the epochs 1..T, ties with their mean rank;"
                    + " undefined where loss (within 1e-12) or accuracy is constant: CONSTANT_LOSS if both are"),
    PEARSON(
            "pearson",
            Kind.STEPS,
            "1",
            "[-1, 1]",
            "Pearson's correlation of loss and accuracy over the epochs 1..T;"
                    + " undefined where loss (within 1e-12) or accuracy is constant: CONSTANT_LOSS if both are"),
    PLATEAU_SHARE(
            "plateau_share",
            Kind.STEPS,
            "share",
            "[0, 1]",
            "share of the T - 1 steps between the epochs 1..T that leave the number of correct examples unchanged");

    private enum Kind {
        LEVEL,
        EPOCH,
        STEPS
    }

    private final String column;
    private final Kind kind;
    private final String unit;
    private final String range;
    private final String definition;

    Measure(String column, Kind kind, String unit, String range, String definition) {
        this.column = column;
        this.kind = kind;
        this.unit = unit;
        this.range = range;
        this.definition = definition;
    }

    /** Name in tables, after the split's: {@code validation_min_loss}. */
    public String column() {
        return column;
    }

    public String unit() {
        return unit;
    }

    /** Possible values as an interval. */
    public String range() {
        return range;
    }

    /** One clause that says how the number is computed, edge cases included. */
    public String definition() {
        return definition;
    }

    /** Whether every value is a whole number. */
    public boolean isCount() {
        return kind == Kind.EPOCH;
    }

    /** Smallest T with a value; shorter trajectories give {@link Reason#TOO_SHORT}. */
    public int minimumEpochs() {
        return switch (kind) {
            case LEVEL, EPOCH -> 1;
            case STEPS -> 3;
        };
    }

    /** The measure of one trajectory. */
    public Measured of(Curve curve) {
        if (curve.epochCount() < minimumEpochs()) {
            return new Measured.Undefined(Reason.TOO_SHORT);
        }
        return switch (this) {
            case MIN_LOSS -> new Measured.Defined(curve.loss(Extremes.minLossEpoch(curve)));
            case MIN_LOSS_EPOCH -> new Measured.Defined(Extremes.minLossEpoch(curve));
            case MAX_ACCURACY -> new Measured.Defined(curve.accuracy(Extremes.maxAccuracyEpoch(curve)));
            case MAX_ACCURACY_EPOCH -> new Measured.Defined(Extremes.maxAccuracyEpoch(curve));
            case SPEARMAN -> Correlation.spearman(curve);
            case PEARSON -> Correlation.pearson(curve);
            case PLATEAU_SHARE -> new Measured.Defined(Steps.plateauShare(curve));
        };
    }

    /** Every measure that a trajectory of {@code epochCount} epochs can have. */
    public static ImmutableList<Measure> from(int epochCount) {
        return Arrays.stream(values())
                .filter(measure -> measure.minimumEpochs() <= epochCount)
                .collect(ImmutableList.toImmutableList());
    }
}
