package tandem.experiment.run;

/** Told of runs as they end, by any thread. */
public interface Progress {

    Progress NONE = runs -> {};

    /** That many more runs have ended, well or not. */
    void ended(int runs);
}
