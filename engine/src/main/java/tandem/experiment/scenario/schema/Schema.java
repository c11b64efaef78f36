package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Either;
import tandem.experiment.scenario.schema.Type.Exclusions;
import tandem.experiment.scenario.schema.Type.Factors;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Forms;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Text;
import tandem.experiment.scenario.schema.Type.Union;
import tandem.experiment.scenario.schema.Type.Whole;

/** Everything a scenario may say: one tree of keys from which checks, defaults, the resolved scenario and the JSON Schema follow. */
public final class Schema {
    /** Seed of a scenario that gives none. */
    public static final String DEFAULT_SEED = "20261122";

    private static final Whole COUNT = new Whole(1, 1_000_000_000);

    /** The sections that make up the conditions of a cell; factors vary paths in them. */
    public static final Fields CONDITIONS = Fields.of(
            Key.required("data", DataKeys.FIELDS, "Where examples come from and how they are split and prepared."),
            Key.optional(
                    "corruption",
                    CorruptionKeys.FIELDS,
                    "What is done to the data on purpose, inputs first, then labels; absent means nothing."),
            Key.required("model", ModelKeys.UNION, "The classifier."),
            Key.required("training", TrainingKeys.FIELDS, "How the classifier is trained."));

    private static final ImmutableList<Key> BEFORE = ImmutableList.of(
            Key.required(
                    "name",
                    new Text(Pattern.compile("[a-z0-9-]+"), "a name of a-z, 0-9 and -"),
                    "The scenario's name, equal to the file's name without .yaml."),
            Key.optional("question", DataKeys.ANY_TEXT, "What the scenario asks, in plain words."));

    private static final ImmutableList<Key> AFTER = ImmutableList.of(
            Key.of(
                    "factors",
                    new Factors(),
                    "{}",
                    "What varies: paths with levels, or named variants; all are crossed, the last varies fastest."),
            Key.of("exclude", new Exclusions(), "[]", "Cells to leave out: each line names levels of factors."),
            Key.of(
                    "replicates",
                    Either.of(
                            "a number of at least 1, or {count: 20, hold: [weights]}",
                            COUNT,
                            Fields.of(
                                    Key.required(
                                            "count",
                                            COUNT,
                                            "Repetitions of each cell with random streams of their own."),
                                    Key.of(
                                            "hold",
                                            new Items(
                                                    Choice.of(
                                                            "data",
                                                            "split",
                                                            "corruption",
                                                            "weights",
                                                            "order",
                                                            "dropout"),
                                                    0),
                                            "[]",
                                            "Purposes whose random stream stays that of replicate 0."))),
                    "1",
                    "Repetitions of each cell with random streams of their own."),
            Key.of(
                    "seed",
                    new Whole(Long.MIN_VALUE, Long.MAX_VALUE),
                    DEFAULT_SEED,
                    "The number all random streams come from."),
            Key.of(
                    "record",
                    RecordKeys.FIELDS,
                    "{}",
                    "What is kept of every run beyond its trajectory; no run depends on it."),
            Key.of(
                    "stopping",
                    Fields.of(Key.of(
                            "patience",
                            new Items(COUNT, 1),
                            "[10]",
                            "Epochs without a smaller validation loss after which training would stop, for"
                                    + " stopping.csv.")),
                    "{patience: [10]}",
                    "Rules of early stopping that are compared; training itself goes on."),
            Key.of(
                    "claims",
                    ClaimKeys.LIST,
                    "[]",
                    "What the scenario claims; each is decided by an interval and gets a verdict."));

    public static final Fields SCENARIO = new Fields(ImmutableList.<Key>builder()
            .addAll(BEFORE)
            .addAll(CONDITIONS.keys())
            .addAll(AFTER)
            .build());

    private static final ImmutableSetMultimap<String, Type> TYPES = typesByPath();

    private Schema() {}

    /** Every path a factor may vary, in the order of the schema. */
    public static ImmutableSet<String> paths() {
        return TYPES.keySet();
    }

    /** What may stand at a path of the conditions; several where variants differ; none for an unknown path. */
    public static ImmutableSet<Type> typesAt(String path) {
        if (TYPES.containsKey(path)) {
            return TYPES.get(path);
        }
        int dot = path.lastIndexOf('.');
        return dot < 0 || dot == path.length() - 1 ? ImmutableSet.of() : tableValues(path.substring(0, dot));
    }

    private static ImmutableSet<Type> tableValues(String path) {
        return TYPES.get(path).stream()
                .flatMap(type -> type instanceof Either either ? either.options().stream() : Stream.of(type))
                .filter(Type.Table.class::isInstance)
                .map(type -> ((Type.Table) type).value())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableSetMultimap<String, Type> typesByPath() {
        var types = ImmutableSetMultimap.<String, Type>builder();
        collect("", CONDITIONS, types);
        return types.build();
    }

    private static void collect(String prefix, Type type, ImmutableSetMultimap.Builder<String, Type> types) {
        switch (type) {
            case Fields fields ->
                fields.keys().forEach(key -> {
                    types.put(prefix + key.name(), key.type());
                    collect(prefix + key.name() + ".", key.type(), types);
                });
            case Union union -> {
                types.put(
                        prefix + Union.KIND,
                        new Choice(union.variants().keySet().asList()));
                union.variants().values().forEach(variant -> collect(prefix, variant, types));
            }
            case Forms forms -> forms.forms().forEach(form -> collect(prefix, form, types));
            case Either either -> either.options().forEach(option -> collect(prefix, option, types));
            case Text _,
                    Whole _,
                    Type.Real _,
                    Type.Flag _,
                    Choice _,
                    Items _,
                    Type.Table _,
                    Factors _,
                    Exclusions _,
                    Type.Levels _ -> {}
        }
    }
}
