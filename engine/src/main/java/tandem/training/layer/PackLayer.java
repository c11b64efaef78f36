package tandem.training.layer;

/** A layer of a pack's networks with room for the examples of one pass; its input is the output of the layer below. */
public interface PackLayer {

    Signal output();

    /** Output of the first {@code count} examples, as outside training. */
    void infer(int count);

    /**
     * Output in training of a batch, or of a part of it where no layer wants the whole.
     *
     * @param position of the first example in the epoch
     */
    default void train(int count, int position) {
        infer(count);
    }

    /**
     * From the deltas of the output to the deltas of the input and the gradient of the parameters, for the examples that went through {@link #train} last.
     *
     * @param continues whether to add to the gradient of the batch's earlier examples
     */
    void backward(int count, boolean continues);

    /** Before the first batch of an epoch. */
    default void beginEpoch(int epoch) {}
}
