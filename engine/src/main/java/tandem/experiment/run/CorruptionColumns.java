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

    /** {@code train_label_noise_asked}. */
    static String asked(Mechanism mechanism, Split split) {
        return SplitName.of(split) + "_" + mechanism.key() + "_asked";
    }

    /** {@code train_label_noise_realised}. */
    static String realised(Mechanism mechanism, Split split) {
        return SplitName.of(split) + "_" + mechanism.key() + "_realised";
    }

    private static Column number(String name, String definition) {
        return new Column(name, ColumnType.NUMBER, "1", "[0, inf)", definition);
    }

    private static String unit(Mechanism mechanism) {
        return switch (mechanism) {
            case IMBALANCE -> "share of the minority class, or the largest over the smallest class";
            case DUPLICATES -> "share of the examples with the minority label of their group";
            case SHIFT -> "intensity; of kind prior the share of the examples of other classes that were replaced";
            case FEATURE_NOISE -> "share of the examples with noise on their features";
            case OUTLIERS -> "share of the examples that are outliers";
            case LABEL_NOISE -> "share of the examples whose label was changed by label noise";
        };
    }
}
