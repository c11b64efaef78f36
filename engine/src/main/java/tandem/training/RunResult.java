package tandem.training;

/**
 * A trained run.
 *
 * @param parameters at the end, NaN where it diverged; in the order of {@link tandem.training.model.Architecture#layers}
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
public record RunResult(Trajectory trajectory, double[] parameters) {}
