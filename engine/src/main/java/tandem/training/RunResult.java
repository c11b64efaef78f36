package tandem.training;

/**
 * A trained run.
 *
 * @param parameters at the end, NaN where it diverged; in the order of {@link tandem.training.model.Architecture#blocks}
 * @param statistics of batch normalizations at the end, NaN where it diverged: of each layer the running means of its channels, then their variances
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
public record RunResult(Trajectory trajectory, double[] parameters, double[] statistics) {}
