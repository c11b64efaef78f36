package tandem.experiment.scenario;

import java.util.Locale;

/** What random numbers are drawn for; each purpose has a stream of its own in every replicate. */
public enum Purpose {
    DATA,
    SPLIT,
    CORRUPTION,
    WEIGHTS,
    ORDER,
    DROPOUT;

    /** The name in scenarios and in the key of the stream. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
