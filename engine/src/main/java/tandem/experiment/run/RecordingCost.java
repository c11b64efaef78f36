package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tandem.experiment.plan.Plan;
import tandem.experiment.scenario.EpochSelection;
import tandem.experiment.scenario.Recording;
import tandem.measures.CouplingMeasure;
import tandem.tables.TableFile;
import tandem.training.PackShape;

/** What the recording of a plan costs beyond its training; no line where nothing is asked for. */
final class RecordingCost {
    private static final double BYTES_AN_EPOCH_ROW = 80;

    /** Of the bytes, after compression: digits of losses hardly repeat. */
    private static final double COMPRESSED = 0.45;

    private static final double BYTES_AN_EXAMPLE_ROW = 220;
    private static final double BYTES_A_PATH_ROW = 65;
    private static final double BYTES_AN_ATTRIBUTION_ROW = 75;

    /** Transitions, and the groups that examples without corruption fall into. */
    private static final double TERMS_A_CLASS = 4 * 2;

    /** Of the steps of one split of one run. */
    private static final double RESAMPLES = 999;

    private final Plan plan;
    private final Recording recording;

    RecordingCost(Plan plan) {
        this.plan = plan;
        this.recording = plan.scenario().recording();
    }

    ImmutableList<String> lines() {
        var lines = ImmutableList.<String>builder();
        boolean thinned = !(recording.epochs() instanceof EpochSelection.All);
        if (thinned || recording.compresses()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "epochs.csv%s: %s, at most %,.0f rows, about %s%s",
                    recording.compresses() ? TableFile.COMPRESSED : "",
                    recording.epochs().text(),
                    plan.epochRows(),
                    PlanText.bytes(epochBytes()),
                    thinned ? "; so curves.csv has these epochs, and there is no stopping.csv" : ""));
        }
        if (recording.examples()) {
            lines.add(table("examples.csv", exampleRows(), BYTES_AN_EXAMPLE_ROW));
        }
        if (!recording.paths().isEmpty()) {
            lines.add(table("paths.csv", pathRows(), BYTES_A_PATH_ROW));
        }
        if (recording.attributionEvery().isPresent()) {
            lines.add(table("attribution.csv", attributionRows(), BYTES_AN_ATTRIBUTION_ROW));
        }
        double passes = sum(this::passes);
        if (passes > 0) {
            lines.add(String.format(Locale.ROOT, "%,.0f forward passes over all splits besides training", passes));
        }
        if (recording.measures().isDear()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "measures that compare %,.0f pairs of epochs: the square of the epochs; and resample %,.0f"
                            + " steps",
                    sum(shape -> shape.splits().size() * 0.5 * shape.epochs() * shape.epochs()),
                    sum(RecordingCost::resampledSteps)));
        }
        return lines.build();
    }

    /** Of epochs.csv on disk, at most. */
    double epochBytes() {
        return journalledEpochBytes() * (recording.compresses() ? COMPRESSED : 1);
    }

    /** Of its rows in the journal, at most. */
    double journalledEpochBytes() {
        return plan.epochRows() * BYTES_AN_EPOCH_ROW;
    }

    /** Of the other tables on request on disk, at most. */
    double bytes() {
        return exampleRows() * BYTES_AN_EXAMPLE_ROW
                + pathRows() * BYTES_A_PATH_ROW
                + attributionRows() * BYTES_AN_ATTRIBUTION_ROW;
    }

    /** Operations of the passes, to about a factor of two. */
    double operations() {
        return sum(shape -> passes(shape)
                * examples(shape)
                * 2
                * (shape.architecture().parameterCount() + 50.0 * shape.classCount()));
    }

    private static String table(String file, double rows, double bytesARow) {
        return String.format(
                Locale.ROOT, "%s: at most %,.0f rows, about %s", file, rows, PlanText.bytes(rows * bytesARow));
    }

    private double exampleRows() {
        return recording.examples() ? sum(RecordingCost::examples) : 0;
    }

    private double pathRows() {
        int paths = recording.paths().size();
        return sum(shape -> (shape.epochs() + 1.0) * Math.min(paths, examples(shape)) * shape.classCount());
    }

    private double attributionRows() {
        return sum(shape -> shape.splits().size() * intervals(shape) * TERMS_A_CLASS * shape.classCount());
    }

    private double intervals(PackShape shape) {
        return recording.attributionEvery().isPresent()
                ? Math.ceil(
                        (double) shape.epochs() / recording.attributionEvery().getAsInt())
                : 0;
    }

    /** Of one run, without the last epoch's, which every run has. */
    private double passes(PackShape shape) {
        if (!recording.paths().isEmpty()) {
            return shape.epochs();
        }
        return recording.examples() ? Math.max(0, shape.epochs() - 1) : intervals(shape);
    }

    private static double examples(PackShape shape) {
        return shape.splits().values().stream().mapToDouble(count -> count).sum();
    }

    /** Of the interval of a correlation, which shorter trajectories do not have. */
    private static double resampledSteps(PackShape shape) {
        boolean resamples = shape.epochs() >= CouplingMeasure.SPEARMAN_DIFFERENCES_CI_LOW.minimumEpochs();
        return resamples ? shape.splits().size() * RESAMPLES * (shape.epochs() - 1) : 0;
    }

    /** Over all runs. */
    private double sum(ToDoubleFunction<PackShape> ofARun) {
        int replicates = plan.scenario().replicates().count();
        return plan.shapes().stream()
                .mapToDouble(shape -> shape.runCount(replicates) * ofARun.applyAsDouble(shape.shape()))
                .sum();
    }
}
