package tandem.training.data;

import java.util.Locale;

/** A way in which data is made harder on purpose, each with a dose. */
public enum Mechanism {
    IMBALANCE,
    DUPLICATES,
    SHIFT,
    FEATURE_NOISE,
    OUTLIERS,
    LABEL_NOISE;

    /** Its key in scenarios and the beginning of its columns: {@code label_noise}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
