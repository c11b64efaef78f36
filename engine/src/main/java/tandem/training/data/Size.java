package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

/** How large a split is asked to be. */
public sealed interface Size {

    /** A number of examples. */
    record Count(int examples) implements Size {
        public Count {
            checkArgument(examples > 0, "a split must have examples: %s", examples);
        }
    }

    /** A share of the source, {@code round(share * n)} examples (half up). */
    record Share(double share) implements Size {
        public Share {
            checkArgument(share > 0 && share <= 1, "a share must lie in (0, 1]: %s", share);
        }
    }

    /** All examples that no other split takes; for train only. */
    record Rest() implements Size {}
}
