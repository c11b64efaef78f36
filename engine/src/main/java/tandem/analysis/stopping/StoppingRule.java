package tandem.analysis.stopping;

import java.util.Locale;
import java.util.OptionalInt;

/** Which epoch's state is kept, read from the validation split; never that of epoch 0. */
enum StoppingRule {
    LAST(false),
    MIN_LOSS(false),
    MAX_ACCURACY_FIRST(false),
    MAX_ACCURACY_LAST(false),
    PATIENCE(true),
    PATIENCE_BEST(true);

    private final boolean hasPatience;

    StoppingRule(boolean hasPatience) {
        this.hasPatience = hasPatience;
    }

    boolean hasPatience() {
        return hasPatience;
    }

    /** As in tables. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The chosen epoch; empty where the run diverged before the rule could choose.
     *
     * @param validation at least one epoch behind epoch 0
     * @param diverged whether the trajectory ends because the run diverged
     * @param patience read by the rules that have it
     */
    OptionalInt epoch(SplitCurve validation, boolean diverged, int patience) {
        return switch (this) {
            case LAST -> diverged ? OptionalInt.empty() : OptionalInt.of(validation.lastEpoch());
            case MIN_LOSS -> OptionalInt.of(validation.minLossEpoch());
            case MAX_ACCURACY_FIRST -> OptionalInt.of(validation.firstMaxAccuracyEpoch());
            case MAX_ACCURACY_LAST -> OptionalInt.of(validation.lastMaxAccuracyEpoch());
            case PATIENCE, PATIENCE_BEST -> patient(validation, diverged, patience);
        };
    }

    private OptionalInt patient(SplitCurve validation, boolean diverged, int patience) {
        int best = 1;
        for (int t = 2; t <= validation.lastEpoch(); t++) {
            if (validation.loss(t) < validation.loss(best)) {
                best = t;
            }
            if (t - best == patience) {
                return OptionalInt.of(this == PATIENCE ? t : best);
            }
        }
        if (diverged) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(this == PATIENCE ? validation.lastEpoch() : best);
    }
}
