package tandem.training.optimizer;

/** Whether the weights that the data gives its train examples count in the objective. */
public enum SampleWeights {
    /** Every example counts the same, but for the weight of its class. */
    NONE,
    /** The loss of each example is multiplied by its weight; where the data has no weights, as {@link #NONE}. */
    DATA
}
