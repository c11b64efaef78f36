package tandem.training.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector width of this process. */
final class VectorLanes {

    /** The widest the processor has, or for twin tests the one of system property {@code tandem.lane.bits}. A constant for the compiler. */
    static final VectorSpecies<Double> SPECIES = species(Integer.getInteger("tandem.lane.bits", 0));

    static final int LANES = SPECIES.length();

    private VectorLanes() {}

    private static VectorSpecies<Double> species(int bits) {
        return bits == 0
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
