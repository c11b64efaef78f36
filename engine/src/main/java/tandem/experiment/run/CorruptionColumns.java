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
    private static final String BLANK = "; empty where the cell's data is not so treated";

    private CorruptionColumns() {}

    /** Whether some cell may change labels, so that the clean ones are scored too. */
    static boolean scoresCleanLabels(Plan plan) {
        return settings(plan).anyMatch(settings -> settings.corruption().changesLabels());
    }

    private static Stream<DataSettings> settings(Plan plan) {
        return plan.dimensions().keySet().stream();
    }

    /** Doses asked and realised, of the mechanisms that some cell has. */
    static ImmutableList<Column> doses(Plan plan, ImmutableList<Split> splits) {
        var columns = ImmutableList.<Column>builder();
        for (var mechanism : Mechanism.values()) {
            for (var split : splits) {
                if (settings(plan).anyMatch(settings -> settings.mechanisms().containsEntry(mechanism, split))) {
                    String of = "in the " + SplitName.of(split) + " split: " + unit(mechanism) + BLANK;
                    columns.add(number(asked(mechanism, split), "dose asked for " + of));
                    columns.add(number(realised(mechanism, split), "dose realised " + of));
                }
            }
        }
        return columns.build();
    }

    /** What no model can better, where some cell gives identical inputs different labels. */
    static ImmutableList<Column> ambiguities(Plan plan, ImmutableList<Split> splits) {
        if (settings(plan).noneMatch(settings -> settings.corruption().isAmbiguous())) {
            return ImmutableList.of();
        }
        var columns = ImmutableList.<Column>builder();
        for (var split : splits) {
            String of = " on the " + SplitName.of(split)
                    + " split, with n_gc of the n_g examples of a group of identical inputs labelled c; of near copies as if"
                    + " they were exact; empty where the cell makes no such groups";
            columns.add(new Column(
                    lossFloor(split),
                    ColumnType.NUMBER,
                    "nats",
                    "[0, inf)",
                    "least mean cross-entropy of any model, (1 / n) sum of n_gc ln(n_g / n_gc)," + of));
            columns.add(new Column(
                    accuracyCeiling(split),
                    ColumnType.NUMBER,
                    "share",
                    "(0, 1]",
                    "largest accuracy of any model, (1 / n) sum over groups of the largest n_gc," + of));
        }
        return columns.build();
    }

    /** {@code train_loss_floor}. */
    static String lossFloor(Split split) {
        return SplitName.of(split) + "_loss_floor";
    }

    /** {@code train_accuracy_ceiling}. */
    static String accuracyCeiling(Split split) {
        return SplitName.of(split) + "_accuracy_ceiling";
    }

    /** {@code train_label_noise_asked}. */
    static String asked(Mechanism mechanism, Split split) {
        return SplitName.of(split) + "_" + mechanism.key() + "_asked";
    }

    /** {@code train_label_noise_realised}. */
    static String realised(Mechanism mechanism, Split split) {
        return SplitName.of(split) + "_" + mechanism.key() + "_realised";
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
