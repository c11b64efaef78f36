package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableMap;
import java.util.regex.Pattern;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Either;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Text;
import tandem.experiment.scenario.schema.Type.Union;
import tandem.experiment.scenario.schema.Type.Whole;

/** Keys of {@code data}. */
final class DataKeys {
    static final Text ANY_TEXT = new Text(Pattern.compile("(?s).+"), "a text");

    private static final Whole EXAMPLES = new Whole(1, Integer.MAX_VALUE);
    private static final Real ANY = new Real(Range.ANY);
    private static final Real SHARE = new Real(Range.SHARE);

    private static final Key NOISE = Key.of(
            "noise", new Real(Range.NOT_NEGATIVE), "0", "Standard deviation of the normal noise on both features.");

    private static final Either SIZE = Either.of(
            "a number of examples of at least 1, or a decimal share such as 0.2, above 0 and at most 1",
            EXAMPLES,
            SHARE);

    private static final Either TRAIN_SIZE = Either.of(
            "a number of examples of at least 1, a decimal share such as 0.2, above 0 and at most 1, or the word rest",
            EXAMPLES,
            SHARE,
            Choice.of("rest"));

    private static final Union GENERATOR = new Union(
            "Which generator draws the examples.",
            ImmutableMap.of(
                    "gaussians",
                    Fields.of(
                            Key.required("examples", EXAMPLES, "Number of examples drawn."),
                            Key.of("classes", new Whole(2, 1000), "2", "Number of normal distributions, one a class."),
                            Key.of("features", new Whole(1, 100_000), "2", "Number of features; at least classes - 1."),
                            Key.required(
                                    "separation",
                                    new Real(Range.NOT_NEGATIVE),
                                    "Distance between any two class means, in standard deviations.")),
                    "logit",
                    Fields.of(
                            Key.required("examples", EXAMPLES, "Number of examples drawn."),
                            Key.required(
                                    "slope",
                                    ANY,
                                    "Slope of the true logit slope * x + intercept, x uniform on (-1, 1)."),
                            Key.required("intercept", ANY, "Intercept of the true logit.")),
                    "moons",
                    Fields.of(Key.required("examples", EXAMPLES, "Number of examples drawn."), NOISE),
                    "xor",
                    Fields.of(Key.required("examples", EXAMPLES, "Number of examples drawn."), NOISE),
                    "spirals",
                    Fields.of(
                            Key.required("examples", EXAMPLES, "Number of examples drawn."),
                            Key.of(
                                    "turns",
                                    new Real(Range.POSITIVE),
                                    "1",
                                    "Turns of each of the two arms around the origin."),
                            NOISE)));

    private static final Real RATIO = new Real(new Range(1, false, Double.POSITIVE_INFINITY, true));

    private static final Key CHOSEN = Key.optional(
            "examples",
            EXAMPLES,
            "How many examples are chosen; where absent, as many as the classes of the file allow.");

    private static final Union IMBALANCE = new Union(
            "How unequal classes become: minority for one rare class, linear or exponential for sizes that fall from"
                    + " the first class to the last.",
            ImmutableMap.of(
                    "minority",
                            Fields.of(
                                    Key.required(
                                            "share",
                                            new Real(new Range(0, true, 1, true)),
                                            "Share of the class among the chosen examples."),
                                    Key.required("class", ANY_TEXT, "Label of the class with that share."),
                                    CHOSEN),
                    "linear",
                            Fields.of(
                                    Key.required("ratio", RATIO, "Size of the first class over that of the last."),
                                    CHOSEN),
                    "exponential",
                            Fields.of(
                                    Key.required("ratio", RATIO, "Size of the first class over that of the last."),
                                    CHOSEN)));

    private static final Either SOURCE = Either.of(
            "the name of a bundled set without a dot, a file name ending in .csv, or a generator such as {kind: logit,"
                    + " examples: 100, slope: 1, intercept: 0}",
            new Text(Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*|.+\\.csv"), "a bundled set or a .csv file"),
            GENERATOR);

    static final Fields FIELDS = Fields.of(
            Key.required(
                    "source",
                    SOURCE,
                    "A bundled set (digits: images of 8 x 8), a CSV file beside the scenario, or a generator."),
            Key.optional(
                    "label",
                    ANY_TEXT,
                    "Name of the label column of the CSV file; where absent the last one that is neither weight nor"
                            + " split."),
            Key.optional(
                    "weight",
                    ANY_TEXT,
                    "Column of the CSV file with a weight >= 0 for each example, never a feature; see"
                            + " training.sample_weights."),
            Key.of(
                    "split",
                    Choice.of("random", "stratified", "last", "column"),
                    "stratified",
                    "How examples are chosen for the splits; last takes the last ones for validation, as Keras does."),
            Key.of("split_column", ANY_TEXT, "split", "Column that says train, validation or test; for split: column."),
            Key.of("train", TRAIN_SIZE, "rest", "Size of the train split: a count, a decimal share, or rest."),
            Key.optional(
                    "validation", SIZE, "Size of the validation split: a count or a decimal share; absent means none."),
            Key.optional("test", SIZE, "Size of the test split: a count or a decimal share; absent means none."),
            Key.of(
                    "standardize",
                    Choice.of("train", "all", "none"),
                    "train",
                    "From which examples the mean and standard deviation of each feature are taken."),
            Key.optional(
                    "r_seed",
                    Fields.of(Key.required(
                            "first",
                            new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
                            "R seed of replicate 0; replicate r takes first + r.")),
                    "Draws the logit generator exactly as R does, from these seeds."),
            Key.optional(
                    "imbalance",
                    IMBALANCE,
                    "Which examples of the source are used at all, chosen before the split; absent means all."));

    private DataKeys() {}
}
