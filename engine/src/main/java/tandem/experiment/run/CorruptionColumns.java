package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import tandem.experiment.data.DataSettings;
import tandem.experiment.plan.Plan;
import tandem.experiment.recording.SplitName;
import tandem.tables.Column;
import tandem.tables.ColumnType;
import tandem.training.data.Mechanism;
import tandem.training.data.Split;

/** The columns of runs.csv that say how data was corrupted. */
final class CorruptionColumns {
    /** Begins the name of a column about the labels before corruption. */
    static final String CLEAN = "clean_";

    private CorruptionColumns() {}

    /** Whether some cell may change labels, so that the clean ones are scored too. */
    static boolean scoresCleanLabels(Plan plan) {
        return settings(plan).anyMatch(settings -> settings.corruption().changesLabels());
    }

    private static Stream<DataSettings> settings(Plan plan) {
        return plan.dimensions().keySet().stream();
    }

    /** Doses asked and realised, of the mechanisms that some cell has, and what no model can better. */
    static ImmutableList<Column> of(Plan plan, ImmutableList<Split> splits) {
        var columns = ImmutableList.<Column>builder();
        for (var mechanism : Mechanism.values()) {
            splits.stream()
                    .filter(split -> settings(plan)
                            .anyMatch(settings -> settings.mechanisms().containsEntry(mechanism, split)))
                    .forEach(split -> columns.addAll(doses(mechanism, SplitName.of(split))));
        }
        if (settings(plan).anyMatch(settings -> settings.corruption().isAmbiguous())) {
            splits.forEach(split -> columns.addAll(ambiguity(SplitName.of(split))));
        }
        return columns.build();
    }

    /** Those of any plan, for a split of that name. */
    static ImmutableList<Column> every(String split) {
        var columns = ImmutableList.<Column>builder();
        for (var mechanism : Mechanism.values()) {
            columns.addAll(doses(mechanism, split));
        }
        return columns.addAll(ambiguity(split)).build();
    }

    private static ImmutableList<Column> doses(Mechanism mechanism, String split) {
        String of = "in the split: " + unit(mechanism) + "; empty where the cell does nothing of the kind";
        return ImmutableList.of(
                number(asked(mechanism, split), "dose asked for " + of),
                number(realised(mechanism, split), "dose realised " + of));
    }

    private static ImmutableList<Column> ambiguity(String split) {
        String of =
                " on the split, n_gc of the n_g examples of a group of identical inputs being labelled c; near copies"
                        + " count as exact; empty where the cell makes no such groups";
        return ImmutableList.of(
                new Column(
                        lossFloor(split),
                        ColumnType.NUMBER,
                        "nats",
                        "[0, inf)",
                        "least mean cross-entropy of any model, (1 / n) sum of n_gc ln(n_g / n_gc)," + of),
                new Column(
                        accuracyCeiling(split),
                        ColumnType.NUMBER,
                        "share",
                        "(0, 1]",
                        "largest accuracy of any model, (1 / n) sum over groups of the largest n_gc," + of));
    }

    /** Loss and accuracy of a split on the labels before corruption. */
    static ImmutableList<Column> cleanEnd(String split) {
        String of = "the " + split + " split at the last epoch, on the labels before corruption";
        return ImmutableList.of(
                new Column(
                                CLEAN + split + "_loss",
                                ColumnType.NUMBER,
                                "nats",
                                "[0, inf)",
                                "mean cross-entropy of " + of)
                        .betterIfLower(),
                new Column(
                                CLEAN + split + "_accuracy",
                                ColumnType.NUMBER,
                                "share",
                                "[0, 1]",
                                "share of correctly classified examples of " + of)
                        .betterIfHigher());
    }

    /** A measure of a split on the labels before corruption. */
    static Column clean(Column measure) {
        return new Column(
                CLEAN + measure.name(),
                measure.type(),
                measure.unit(),
                measure.range(),
                "on the labels before corruption: " + measure.definition(),
                measure.better());
    }

    /** {@code train_loss_floor}. */
    static String lossFloor(String split) {
        return split + "_loss_floor";
    }

    /** {@code train_accuracy_ceiling}. */
    static String accuracyCeiling(String split) {
        return split + "_accuracy_ceiling";
    }

    /** {@code train_label_noise_asked}. */
    static String asked(Mechanism mechanism, String split) {
        return split + "_" + mechanism.key() + "_asked";
    }

    /** {@code train_label_noise_realised}. */
    static String realised(Mechanism mechanism, String split) {
        return split + "_" + mechanism.key() + "_realised";
    }

    private static Column number(String name, String definition) {
        return new Column(name, ColumnType.NUMBER, "1", "", definition);
    }

    private static String unit(Mechanism mechanism) {
        return switch (mechanism) {
            case IMBALANCE -> "share of the minority class, or the smallest over the largest class";
            case DUPLICATES -> "share of the examples with the minority label of their group";
            case SHIFT -> "the intensity; of kind prior the share of the examples of other classes that are replaced";
            case FEATURE_NOISE -> "share of the examples with noise on their features";
            case OUTLIERS -> "share of the examples that are outliers";
            case LABEL_NOISE -> "share of the examples whose label was changed by label noise";
        };
    }
}
