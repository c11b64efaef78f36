package tandem.experiment.scenario.schema;

import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Flag;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Whole;

/** Keys of {@code record}. */
final class RecordKeys {
    static final Fields FIELDS = Fields.of(
            Key.of(
                    "examples",
                    new Flag(),
                    "false",
                    "Whether every example is diagnosed: examples.csv, and more measures in runs.csv."),
            Key.of(
                    "paths",
                    new Items(new Whole(0, Integer.MAX_VALUE), 0),
                    "[]",
                    "Examples, by their row in the source from 0, whose probabilities are kept epoch by epoch:"
                            + " paths.csv."),
            Key.optional(
                    "attribution",
                    Fields.of(Key.of(
                            "every",
                            new Whole(1, Integer.MAX_VALUE),
                            "10",
                            "Epochs from one state of the model to the next that are compared.")),
                    "Says which examples moved the loss: attribution.csv; absent means none."),
            Key.of(
                    "measures",
                    Choice.of("default", "all"),
                    "default",
                    "all adds measures whose cost grows with the square of the epochs."));

    private RecordKeys() {}
}
