package tandem.training;

import tandem.training.data.Split;

/** Sees what the models of a pack say of every example at the end of chosen epochs; training does not depend on it. */
public interface EpochObserver {

    /**
     * Whether to be shown the end of this epoch, which costs a forward pass over all splits.
     *
     * @param epoch 0 is before the first update
     * @param isLast whether training ends with it
     */
    boolean wants(int epoch, boolean isLast);

    /**
     * Called once a wanted epoch, split and run that is finite at the end of the epoch; epochs in their order, in each the splits in theirs.
     *
     * @param run position among the runs that are trained
     * @param states of the examples in the order of the split; valid for good: nobody writes to it afterwards
     */
    void see(int run, int epoch, Split split, ExampleStates states);

    /** Wants nothing. */
    EpochObserver NONE = new EpochObserver() {
        @Override
        public boolean wants(int epoch, boolean isLast) {
            return false;
        }

        @Override
        public void see(int run, int epoch, Split split, ExampleStates states) {
            throw new IllegalStateException("nothing was wanted");
        }
    };
}
