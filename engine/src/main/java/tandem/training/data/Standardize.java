package tandem.training.data;

/** From which examples mean and population standard deviation (0 counts as 1) of each feature are taken. */
public enum Standardize {
    TRAIN,
    ALL,
    NONE
}
