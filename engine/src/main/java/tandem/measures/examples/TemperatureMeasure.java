package tandem.measures.examples;

import tandem.measures.Measured;

/** The columns of {@link TemperatureScaling}, which belong to a run and not to one of its splits. */
public enum TemperatureMeasure {
    TEMPERATURE(
            "temperature",
            "1",
            "(0.0067, 148.4)",
            "the T in (e^-5, e^5) that minimises the mean loss of the logits z / T on the validation split at the last"
                    + " epoch, to 1e-12 in ln T; above 1 where the model is overconfident; undefined NO_VALIDATION, and"
                    + " BOUNDARY where the minimum is not inside (separable examples, equal logits, or a model worse"
                    + " than none) (Guo et al. 2017, section 4.2)"),
    VALIDATION_LOSS(
            "validation_loss_at_temperature",
            "nats",
            "[0, inf)",
            "mean cross-entropy of the validation split at the last epoch with the logits z / temperature; undefined as"
                    + " temperature is"),
    TEST_LOSS(
            "test_loss_at_temperature",
            "nats",
            "[0, inf)",
            "mean cross-entropy of the test split at the last epoch with the logits z / temperature; undefined as"
                    + " temperature is, and NO_TEST");

    private final String column;
    private final String unit;
    private final String range;
    private final String definition;

    TemperatureMeasure(String column, String unit, String range, String definition) {
        this.column = column;
        this.unit = unit;
        this.range = range;
        this.definition = definition;
    }

    /** Name in runs.csv. */
    public String column() {
        return column;
    }

    public String unit() {
        return unit;
    }

    /** Possible values as an interval. */
    public String range() {
        return range;
    }

    /** How the number is computed, edge cases included. */
    public String definition() {
        return definition;
    }

    /** The value of a run. */
    public Measured of(TemperatureScaling scaling) {
        return switch (this) {
            case TEMPERATURE -> scaling.temperature();
            case VALIDATION_LOSS -> scaling.validationLoss();
            case TEST_LOSS -> scaling.testLoss();
        };
    }
}
