package tandem.training.layer;

/** A layer of a pack's networks with room for the examples of one pass; its input is the output of the layer below. */
public interface PackLayer {

    Signal output();

    /** Output of the first {@code count} examples, as outside training. */
    void infer(int count);

    /**
     * Output of a batch.
     *
     * @param position of the batch's first example in the epoch
     */
    default void train(int count, int position) {
        infer(count);
    }

    /** From the deltas of the output to the deltas of the input and the gradient of the parameters, for the batch that went through {@link #train} last. */
    void backward(int count);

    /** Before the first batch of an epoch. */
    default void beginEpoch(int epoch) {}
}
