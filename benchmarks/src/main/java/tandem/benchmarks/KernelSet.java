package tandem.benchmarks;

import tandem.training.kernels.Kernels;

/** Which kernels a benchmark runs. */
public enum KernelSet {
    /** Plain loops over one run: what one would write without lanes. */
    SCALAR_ONE {
        @Override
        Kernels kernels() {
            return Kernels.scalar(1);
        }
    },
    /** Plain loops over as many lanes as a vector has, which the compiler may vectorise by itself. */
    SCALAR_LANES {
        @Override
        Kernels kernels() {
            return Kernels.scalar(Kernels.vector().lanes());
        }
    },
    VECTOR {
        @Override
        Kernels kernels() {
            return Kernels.vector();
        }
    };

    abstract Kernels kernels();
}
