package tandem.analysis.effects;

import java.util.Locale;

/** What a change does to loss and accuracy together. */
enum Quadrant {
    BOTH_BETTER,
    LOSS_BETTER_ACCURACY_WORSE,
    LOSS_WORSE_ACCURACY_BETTER,
    BOTH_WORSE,
    UNDECIDED;

    /** @param loss sign of the difference in loss, 0 where its interval contains 0; so is accuracy */
    static Quadrant of(int loss, int accuracy) {
        if (loss == 0 || accuracy == 0) {
            return UNDECIDED;
        }
        if (loss < 0) {
            return accuracy > 0 ? BOTH_BETTER : LOSS_BETTER_ACCURACY_WORSE;
        }
        return accuracy > 0 ? LOSS_WORSE_ACCURACY_BETTER : BOTH_WORSE;
    }

    /** As in tables. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
