package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Either;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Forms;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Levels;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Text;

/** Keys of a claim. What they say about factors, {@code tandem.experiment.scenario.claim} reads. */
final class ClaimKeys {
    private static final Real NUMBER = new Real(Range.ANY);
    private static final Text WORD = new Text(Pattern.compile("[A-Za-z0-9_.-]+"), "one word");

    /** Paths may end in a class label, which may be any text. */
    private static final Text FACTOR = new Text(Pattern.compile("(?s).*\\S.*"), "the name of a factor");

    private static final Key ABOVE = Key.required("above", NUMBER, "Strictly more than this.");
    private static final Key BELOW = Key.required("below", NUMBER, "Strictly less than this.");

    private static final Forms STATISTIC = new Forms(ImmutableList.of(
            Fields.of(Key.required(
                    "quantile", new Real(new Range(0, true, 1, true)), "The quantile of this order; 0.5: the median.")),
            Fields.of(Key.required(
                    "share",
                    new Forms(ImmutableList.of(Fields.of(ABOVE), Fields.of(BELOW))),
                    "The share of the replicates whose value lies above (or below) a number."))));

    private static final Forms EXPECT = new Forms(ImmutableList.of(
            Fields.of(ABOVE),
            Fields.of(BELOW),
            Fields.of(Key.required("between", new Items(NUMBER, 2), "From the first number to the second.")),
            Fields.of(
                    Key.required("equals", NUMBER, "This number, within the tolerance."),
                    Key.required(
                            "tolerance",
                            new Real(Range.NOT_NEGATIVE),
                            "How far from the number it may be and still count as equal.")),
            Fields.of(
                    Key.required("increases", FACTOR, "A factor: more at each of its levels than at the one before.")),
            Fields.of(Key.required(
                    "decreases", FACTOR, "A factor: less at each of its levels than at the one before."))));

    static final Items LIST = new Items(
            Fields.of(
                    Key.required(
                            "name",
                            new Text(Pattern.compile("[a-z0-9-]+"), "a name of a-z, 0-9 and -"),
                            "The claim's name, once in the scenario."),
                    Key.required(
                            "says",
                            new Text(Pattern.compile("(?s).*\\S.*"), "a sentence"),
                            "The claim in plain words."),
                    Key.optional(
                            "source",
                            new Text(Pattern.compile("(?s).*\\S.*"), "a sentence"),
                            "Where the claim comes from, such as a paper with its section."),
                    Key.of(
                            "where",
                            new Levels(),
                            "{}",
                            "The level of each factor that is fixed; the others are averaged over their levels."),
                    Key.required("measure", WORD, "A column of runs.csv, such as validation_loss."),
                    Key.optional(
                            "minus",
                            WORD,
                            "Another column of runs.csv: the claim is about the measure minus this, run by run."),
                    Key.of(
                            "statistic",
                            Either.of(
                                    "mean, median, {quantile: 0.9} or {share: {above: 0}}",
                                    Choice.of("mean", "median"),
                                    STATISTIC),
                            "mean",
                            "What is taken of the replicates' values."),
                    Key.optional(
                            "contrast",
                            new Levels(),
                            "A factor with two levels: the claim is about the second minus the first."),
                    Key.required("expect", EXPECT, "What must be true of the statistic."),
                    Key.of(
                            "confidence",
                            new Real(new Range(0.5, true, 1, true)),
                            "0.95",
                            "Confidence of the interval that decides, shared by all claims of the scenario.")),
            0);

    private ClaimKeys() {}
}
