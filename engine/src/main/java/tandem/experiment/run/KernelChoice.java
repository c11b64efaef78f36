package tandem.experiment.run;

import tandem.experiment.plan.Plan;
import tandem.training.kernels.Kernels;

/** Which kernels to take; the bits of the results are the same with all. */
public final class KernelChoice {

    /**
     * Operations below which plain loops are done before vectors are compiled: about the work of one second (measured: the vector kernels run some
     * 50 times slower for their first second or two).
     */
    private static final double SMALL_WORK = 3e9;

    private KernelChoice() {}

    public static Kernels forPlan(Plan plan) {
        return plan.operations() < SMALL_WORK ? Kernels.scalar(1) : Kernels.vector();
    }
}
