package tandem.training;

/**
 * What one model says of every example of a split, in the order of {@link tandem.training.data.Examples}.
 *
 * @param losses cross-entropy of each example, nats
 * @param predictions predicted class of each example
 * @param logits {@code [example][class]}; a model with one logit z has 0 and z
 * @param probabilities {@code [example][class]}, their softmax
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
public record ExampleStates(double[] losses, int[] predictions, double[] logits, double[] probabilities) {}
