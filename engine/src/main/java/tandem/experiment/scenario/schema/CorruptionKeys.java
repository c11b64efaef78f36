package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableMap;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Table;
import tandem.experiment.scenario.schema.Type.Union;

/** Keys of {@code corruption}. */
final class CorruptionKeys {
    private static final Real SHARE = new Real(Range.UNIT);

    private static final Key LABEL_SPLITS = splits("[train, validation]");

    private static final Union LABEL_NOISE = new Union(
            "How labels become wrong: symmetric to any other class, pair to a fixed other class, matrix by class,"
                    + " instance near the boundary between classes.",
            ImmutableMap.of(
                    "symmetric",
                            Fields.of(
                                    Key.required("rate", SHARE, "Share of the examples whose label is changed."),
                                    LABEL_SPLITS),
                    "pair",
                            Fields.of(
                                    Key.required(
                                            "rate",
                                            SHARE,
                                            "Share of the examples of the mapped classes whose label is changed."),
                                    Key.optional(
                                            "map",
                                            new Table(DataKeys.ANY_TEXT),
                                            "The label that each class is mistaken for, such as {cat: dog}; where"
                                                    + " absent, the next class, and for the last the first."),
                                    LABEL_SPLITS),
                    "matrix",
                            Fields.of(
                                    Key.required(
                                            "matrix",
                                            new Items(new Items(SHARE, 2), 2),
                                            "One row a class, in it the share of its examples that get each label;"
                                                    + " rows sum to 1."),
                                    LABEL_SPLITS),
                    "instance",
                            Fields.of(
                                    Key.required(
                                            "rate",
                                            SHARE,
                                            "Share of the examples whose label is changed, those near the boundary"
                                                    + " first."),
                                    LABEL_SPLITS)));

    static final Fields FIELDS =
            Fields.of(Key.optional("label_noise", LABEL_NOISE, "Wrong labels; absent means none."));

    private CorruptionKeys() {}

    private static Key splits(String otherwise) {
        return Key.of(
                "splits",
                new Items(Choice.of("train", "validation", "test"), 1),
                otherwise,
                "The splits it is done to.");
    }
}
