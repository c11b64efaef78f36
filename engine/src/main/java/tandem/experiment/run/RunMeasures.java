package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tandem.experiment.recording.RunWatch;
import tandem.experiment.scenario.Recording;
import tandem.measures.Curve;
import tandem.measures.Measure;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;
import tandem.measures.SplitResult;
import tandem.measures.examples.ExampleMeasure;
import tandem.measures.examples.TemperatureMeasure;
import tandem.measures.examples.TemperatureScaling;
import tandem.tables.Value;
import tandem.training.RunInput;
import tandem.training.Trajectory;
import tandem.training.data.Split;

/** The measures of runs as fields of runs.csv. One thread's own. */
final class RunMeasures {
    /** Where this is a column, the clean labels are scored. */
    static final String CLEAN_TRAIN_LOSS = CorruptionColumns.CLEAN + "train_loss";

    private final Recording recording;
    private final ImmutableSet<String> columns;
    private final boolean scoresCleanLabels;

    /** By what decides which measures a run has. */
    private final Map<Kind, ImmutableList<Named>> measures = new LinkedHashMap<>();

    private record Kind(String prefix, Split split, int epochs, int classCount) {}

    private record Named(String column, Measure measure) {}

    /** @param columns those of runs.csv; a measure without one is not taken */
    RunMeasures(Recording recording, Iterable<String> columns) {
        this.recording = recording;
        this.columns = ImmutableSet.copyOf(columns);
        this.scoresCleanLabels = this.columns.contains(CLEAN_TRAIN_LOSS);
    }

    /** Adds those of one run to its fields; what its epochs are too few for does not apply to it. */
    void add(Map<String, Value> values, Trajectory trajectory, RunInput input, RunWatch watch) {
        int classCount = input.data().classCount();
        int epochs = input.training().epochs();
        trajectory.splits().forEach((split, curve) -> {
            var total = split == Split.TRAIN ? Optional.of(total(trajectory, curve)) : Optional.<Curve>empty();
            var kind = new Kind("", split, epochs, classCount);
            add(values, kind, result(curve, classCount, watch.last(split), total));
        });
        if (scoresCleanLabels) {
            trajectory
                    .clean()
                    .forEach((split, curve) -> add(
                            values,
                            new Kind(CorruptionColumns.CLEAN, split, epochs, classCount),
                            result(curve, classCount, watch.lastOnCleanLabels(split), Optional.empty())));
        }
        if (recording.examples()) {
            addTemperature(values, trajectory.divergedEpoch().isPresent(), watch);
        }
    }

    private static SplitResult result(
            Trajectory.Curve curve, int classCount, Optional<Outcomes> last, Optional<Curve> total) {
        return new SplitResult(Curve.of(curve.loss(), curve.correct(), curve.exampleCount()), classCount, last, total);
    }

    /** What is minimised in place of the loss. */
    private static Curve total(Trajectory trajectory, Trajectory.Curve train) {
        double[] total = new double[trajectory.length()];
        for (int t = 0; t < total.length; t++) {
            total[t] = Math.min(trajectory.objective()[t] + trajectory.penalty()[t], Double.MAX_VALUE);
        }
        return Curve.of(total, train.correct(), train.exampleCount());
    }

    private void add(Map<String, Value> values, Kind kind, SplitResult result) {
        for (var named : of(kind)) {
            values.put(named.column, value(named.measure.of(result), named.measure.isCount()));
        }
        if (recording.examples()) {
            addExamples(values, kind.prefix, kind.split, result);
        }
    }

    private ImmutableList<Named> of(Kind kind) {
        return measures.computeIfAbsent(
                kind,
                _ -> recording.measures().of(kind.epochs, kind.classCount).stream()
                        .map(measure -> new Named(kind.prefix + RunColumnsOfPlan.name(kind.split, measure), measure))
                        .filter(named -> columns.contains(named.column))
                        .collect(ImmutableList.toImmutableList()));
    }

    private void addExamples(Map<String, Value> values, String prefix, Split split, SplitResult result) {
        var all = ImmutableList.copyOf(ExampleMeasure.values());
        var measured = result.last()
                .map(ExampleMeasure::allOf)
                .orElse(ImmutableList.copyOf(Collections.nCopies(all.size(), new Measured.Undefined(Reason.DIVERGED))));
        for (int i = 0; i < all.size(); i++) {
            if (recording.measures().has(all.get(i))) {
                values.put(
                        prefix + RunColumnsOfPlan.name(split, all.get(i)),
                        value(measured.get(i), all.get(i).isCount()));
            }
        }
    }

    private void addTemperature(Map<String, Value> values, boolean diverged, RunWatch watch) {
        var scaling = diverged
                ? TemperatureScaling.undefined(Reason.DIVERGED)
                : TemperatureScaling.of(watch.last(Split.VALIDATION), watch.last(Split.TEST));
        for (var measure : TemperatureMeasure.values()) {
            if (columns.contains(measure.column())) {
                values.put(measure.column(), value(measure.of(scaling), false));
            }
        }
    }

    private static Value value(Measured measured, boolean isCount) {
        return switch (measured) {
            case Measured.Defined(double value) -> isCount ? Value.of((long) value) : Value.of(value);
            case Measured.Undefined(var reason) -> new Value.Undefined(reason.name());
        };
    }
}
