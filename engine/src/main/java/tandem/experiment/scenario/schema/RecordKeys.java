package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Either;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Flag;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Whole;
import tandem.measures.Detail;
import tandem.measures.Measure;
import tandem.measures.Measures;
import tandem.measures.examples.ExampleMeasure;

/** Keys of {@code record}. */
final class RecordKeys {
    private static final Either MEASURES = Either.of(
            "default, all, or a list of measures such as [min_loss, spearman]",
            Choice.of("default", "all"),
            new Items(
                    new Choice(Stream.<Measure>concat(
                                    Measures.of(Integer.MAX_VALUE, 2, Detail.ALL).stream(),
                                    Stream.of(ExampleMeasure.values()))
                            .map(Measure::column)
                            .collect(ImmutableList.toImmutableList())),
                    1));

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
                    MEASURES,
                    "default",
                    "all adds measures that few need or whose cost grows with the square of the epochs; a list names"
                            + " those wanted, without the split's name, and leaves out the others."),
            Key.optional(
                    "epochs",
                    Either.of(
                            "all, last, log_spaced or {every: k}",
                            Choice.of("all", "last", "log_spaced"),
                            Fields.of(Key.required(
                                    "every",
                                    new Whole(1, 100_000_000),
                                    "Epochs from one that is kept to the next; the start and the last are kept too."))),
                    "Epochs that epochs.csv, and so curves.csv, has; log_spaced keeps the start, ten a decade and the"
                            + " last. Measures are always those of all epochs. Without all of them there is no"
                            + " stopping.csv. Absent means all."),
            Key.optional(
                    "compress",
                    Choice.of("none", "gzip"),
                    "gzip writes epochs.csv.gz instead of epochs.csv. Absent means none."));

    private RecordKeys() {}
}
