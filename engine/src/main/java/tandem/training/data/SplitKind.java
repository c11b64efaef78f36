package tandem.training.data;

/** How examples are chosen for the splits. */
public enum SplitKind {
    /** By chance. */
    RANDOM,
    /** By chance, each class with its share of the source (largest remainders). */
    STRATIFIED,
    /** Source order: train, then validation, then test at the end, as Keras {@code validation_split} does. */
    LAST,
    /** As a column of the CSV file says, whose values are {@code train}, {@code validation}, {@code test}. */
    COLUMN
}
