package tandem.measures;

/** How many measures of a trajectory and of its last state are wanted. */
public enum Detail {
    /** All that many need and that cost far less than training does. */
    DEFAULT,
    /**
     * Also those that few need, {@link LateMeasure} and {@link TotalMeasure}, and those whose cost grows with the square
     * of the epochs, or that resample: {@link CouplingMeasure}.
     */
    ALL
}
