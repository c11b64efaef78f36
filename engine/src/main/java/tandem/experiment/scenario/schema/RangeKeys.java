package tandem.experiment.scenario.schema;

import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Whole;

/** Keys of a range of levels. */
public final class RangeKeys {
    /** Most levels a factor can have. */
    public static final int MOST_LEVELS = 100_000;

    private static final Real NUMBER = new Real(Range.ANY);

    public static final Fields FIELDS = Fields.of(
            Key.required("from", NUMBER, "First level."),
            Key.required("to", NUMBER, "Last level."),
            Key.optional("step", NUMBER, "Distance between levels; needs no count."),
            Key.optional("count", new Whole(2, MOST_LEVELS), "Number of levels; needs no step."),
            Key.of(
                    "scale",
                    Choice.of("linear", "log"),
                    "linear",
                    "Even distances (linear) or even ratios (log, with count)."));

    private RangeKeys() {}
}
