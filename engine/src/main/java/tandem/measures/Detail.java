package tandem.measures;

/** How many measures of a trajectory and of its last state are wanted. */
public enum Detail {
    /** All that cost far less than training does. */
    DEFAULT,
    /** Also those whose cost grows with the square of the epochs, or that resample: {@link CouplingMeasure}. */
    ALL
}
