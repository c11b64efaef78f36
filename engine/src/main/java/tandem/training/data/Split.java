package tandem.training.data;

/** The parts of a data set, in the order in which tables list them. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST
}
