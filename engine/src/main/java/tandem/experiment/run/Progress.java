package tandem.experiment.run;

/** Told of runs as they end, by any thread. */
public interface Progress {

    Progress NONE = (runs, failed) -> {};

    /**
     * That many more runs have ended, well or not.
     *
     * @param failed how many of them failed
     */
    void ended(int runs, int failed);
}
