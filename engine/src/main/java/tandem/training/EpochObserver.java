package tandem.training;

import tandem.training.data.Split;

/** Sees what the models of a pack say of every example at the end of chosen epochs; training does not depend on it. */
public interface EpochObserver {

    /** Whether to be shown the end of this epoch, 0 being before the first update; the last one is shown always. */
    boolean wants(int epoch);

    /**
     * Called once a run, wanted epoch and split, in the order of epochs, as long as the run is finite; and for the last epoch of a run that did not
     * diverge.
     *
     * @param run position among the runs that are trained
     * @param states valid for good: nobody writes to it afterwards
     */
    void see(int run, int epoch, Split split, ExampleStates states);
}
