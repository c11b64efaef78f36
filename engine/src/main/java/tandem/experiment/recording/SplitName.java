package tandem.experiment.recording;

import java.util.Locale;
import tandem.training.data.Split;

/** The name of a split in tables. */
public final class SplitName {
    private SplitName() {}

    /** {@code train}, {@code validation} or {@code test}. */
    public static String of(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }
}
