package tandem.measures;

/** What a number read from a trajectory is, and how many epochs it needs. */
enum Kind {
    /** A number that one epoch has. */
    LEVEL(1, false),
    /** A whole number that one epoch has. */
    EPOCH(1, true),
    /** A number that needs steps. */
    STEPS(3, false),
    /** A whole number that needs steps. */
    STEP_COUNT(3, true),
    /** A number that needs differences of steps: two steps correlate by 1 or -1 always. */
    DIFFERENCES(4, false);

    private final int minimumEpochs;
    private final boolean count;

    Kind(int minimumEpochs, boolean count) {
        this.minimumEpochs = minimumEpochs;
        this.count = count;
    }

    int minimumEpochs() {
        return minimumEpochs;
    }

    boolean isCount() {
        return count;
    }
}
