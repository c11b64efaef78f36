package tandem.benchmarks;

/** Whose batch orders the lanes of a pack follow. */
public enum Orders {
    /** Each lane is a replicate of its own: as many permutations an epoch as lanes, and data of its own. */
    OWN,
    /**
     * All lanes belong to one replicate: one permutation an epoch. Data and start weights are those of one replicate
     * too, as in a paired grid.
     */
    SHARED
}
