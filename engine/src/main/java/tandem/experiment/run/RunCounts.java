package tandem.experiment.run;

/** How many runs there are, and how many of them failed or diverged. */
public record RunCounts(long runs, long failed, long diverged) {}
