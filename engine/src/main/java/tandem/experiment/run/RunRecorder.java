package tandem.experiment.run;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tandem.experiment.plan.Plan;
import tandem.experiment.recording.RecordedTables;
import tandem.experiment.recording.RunWatch;
import tandem.experiment.recording.SplitName;
import tandem.experiment.scenario.EpochSelection;
import tandem.experiment.scenario.Recording;
import tandem.tables.EncodedRows;
import tandem.tables.EpochRowEncoder;
import tandem.tables.RunColumns;
import tandem.tables.RunColumns.Status;
import tandem.tables.RunSeries;
import tandem.tables.Schemas;
import tandem.tables.SplitSeries;
import tandem.tables.TableSchema;
import tandem.tables.Value;
import tandem.training.RunInput;
import tandem.training.RunResult;
import tandem.training.Trajectory;
import tandem.training.data.LogitModel;
import tandem.training.data.Split;
import tandem.training.data.Treatment;
import tandem.training.optimizer.Optimizer;

/** Turns trained runs into records: final values, measures and rows of epochs.csv. One thread's own. */
final class RunRecorder {
    private static final Value DIVERGED = new Value.Undefined("DIVERGED");

    /** Stands in the rows until the tables are built, since a run's number changes when its grid grows. */
    private static final long RUN = 0;

    private static final Value FAILED = new Value.Undefined("FAILED");

    private final ImmutableList<String> resultColumns;
    private final RunMeasures measures;
    private final RecordedTables recorded;
    private final boolean scoresCleanLabels;
    private final EpochSelection epochs;
    private final EpochRowEncoder encoder;

    RunRecorder(RunColumns columns, Recording recording) {
        this.resultColumns = resultColumns(columns);
        this.measures = new RunMeasures(recording, resultColumns);
        this.epochs = recording.epochs();
        this.scoresCleanLabels = resultColumns.contains(RunMeasures.CLEAN_TRAIN_LOSS);
        this.recorded = RecordedTables.of(recording, scoresCleanLabels);
        this.encoder = new EpochRowEncoder(scoresCleanLabels);
    }

    /** The tables of which every record has rows. */
    static ImmutableList<TableSchema> encodedTables(RunColumns columns, Recording recording) {
        boolean clean = columns.schema().has(RunMeasures.CLEAN_TRAIN_LOSS);
        return ImmutableList.<TableSchema>builder()
                .add(clean ? Schemas.epochsWithCleanLabels() : Schemas.epochs())
                .addAll(RecordedTables.of(recording, clean).schemas())
                .build();
    }

    /** The same of a plan. */
    static ImmutableList<TableSchema> encodedTables(Plan plan) {
        return encodedTables(RunColumnsOfPlan.of(plan), plan.scenario().recording());
    }

    /** The rows of a plan's run in those tables. */
    static ImmutableList<RunRows> rows(Plan plan, long run, RunRecord record) {
        var rows = record.rows().iterator();
        return encodedTables(plan).stream()
                .map(schema -> RunRows.of(schema, run, rows.next()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The columns of runs.csv from {@code diverged_epoch} on. */
    static ImmutableList<String> resultColumns(RunColumns columns) {
        var names = columns.schema().header();
        return ImmutableList.copyOf(names).subList(names.indexOf("diverged_epoch"), names.size());
    }

    /** The record of a run that ended, diverged or not. */
    RunRecord record(RunInput input, RunResult result, RunWatch watch) throws IOException {
        Trajectory trajectory = result.trajectory();
        boolean diverged = trajectory.divergedEpoch().isPresent();
        if (!diverged) {
            watch.complete();
        }
        Map<String, Value> values = new LinkedHashMap<>();
        values.put(
                "diverged_epoch",
                diverged ? Value.of((long) trajectory.divergedEpoch().getAsInt()) : Value.BLANK);
        int last = trajectory.length() - 1;
        addLast(values, "", trajectory.splits(), diverged ? -1 : last);
        if (scoresCleanLabels) {
            addLast(values, CorruptionColumns.CLEAN, trajectory.clean(), diverged ? -1 : last);
        }
        addTreatment(values, input.data().treatment());
        values.put("penalty", diverged ? DIVERGED : Value.ofComputed(trajectory.penalty()[last]));
        if (input.architecture().isLine()) {
            addLine(values, result.parameters(), diverged);
            addPopulation(values, input, result.parameters(), diverged);
        }
        measures.add(values, trajectory, input, watch);
        var rows = ImmutableList.<EncodedRows>builder()
                .add(epochRows(input, trajectory))
                .addAll(recorded.rows(RUN, watch))
                .build();
        return new RunRecord(diverged ? Status.DIVERGED : Status.OK, inOrder(values), "", rows);
    }

    /** @param last the last epoch; -1 where the run diverged */
    private static void addLast(
            Map<String, Value> values, String prefix, Map<Split, Trajectory.Curve> curves, int last) {
        curves.forEach((split, curve) -> {
            String name = prefix + SplitName.of(split);
            values.put(name + "_loss", last < 0 ? DIVERGED : Value.of(curve.loss()[last]));
            values.put(
                    name + "_accuracy",
                    last < 0 ? DIVERGED : Value.of((double) curve.correct()[last] / curve.exampleCount()));
        });
    }

    private static void addTreatment(Map<String, Value> values, Treatment treatment) {
        treatment.doses().cellSet().forEach(cell -> {
            String split = SplitName.of(cell.getColumnKey());
            var dose = cell.getValue();
            values.put(CorruptionColumns.asked(cell.getRowKey(), split), Value.of(dose.asked()));
            values.put(CorruptionColumns.realised(cell.getRowKey(), split), Value.of(dose.realised()));
        });
        treatment.ambiguities().forEach((part, ambiguity) -> {
            String split = SplitName.of(part);
            values.put(CorruptionColumns.lossFloor(split), Value.of(ambiguity.lossFloor()));
            values.put(CorruptionColumns.accuracyCeiling(split), Value.of(ambiguity.accuracyCeiling()));
        });
    }

    /** All rows of epochs.csv that a run can have. */
    byte[] allEpochs(long run, RunInput input, Trajectory trajectory) {
        return encoder.encode(run, series(trajectory), runSeries(input, trajectory));
    }

    private EncodedRows epochRows(RunInput input, Trajectory trajectory) {
        int last = input.training().epochs();
        byte[] rows =
                encoder.encode(RUN, series(trajectory), runSeries(input, trajectory), epoch -> epochs.has(epoch, last));
        long count = IntStream.range(0, trajectory.length())
                .filter(epoch -> epochs.has(epoch, last))
                .count();
        return EncodedRows.of(rows, count * trajectory.splits().size());
    }

    /** The record of a run that could not be trained. */
    RunRecord failure(String message) {
        var values = ImmutableMap.<String, Value>builder();
        for (String column : resultColumns) {
            values.put(column, column.equals("diverged_epoch") ? Value.BLANK : FAILED);
        }
        var none = Collections.nCopies(1 + recorded.schemas().size(), EncodedRows.NONE);
        return new RunRecord(Status.FAILED, values.buildOrThrow(), message, ImmutableList.copyOf(none));
    }

    private static void addLine(Map<String, Value> values, double[] parameters, boolean diverged) {
        double slope = parameters[0];
        double intercept = parameters[1];
        values.put("final_slope", diverged ? DIVERGED : Value.of(slope));
        values.put("final_intercept", diverged ? DIVERGED : Value.of(intercept));
        values.put(
                "cut",
                diverged
                        ? DIVERGED
                        : slope == 0 ? new Value.Undefined("ZERO_SLOPE") : Value.ofComputed(-intercept / slope));
    }

    /** Of the line on the distribution that its examples were drawn from, where that is known. */
    private static void addPopulation(
            Map<String, Value> values, RunInput input, double[] parameters, boolean diverged) {
        if (input.data().truth().isEmpty()) {
            return;
        }
        var truth = input.data().truth().get();
        if (diverged) {
            values.put("population_loss", DIVERGED);
            values.put("population_accuracy", DIVERGED);
            return;
        }
        var line = new LogitModel(parameters[0], parameters[1]);
        values.put("population_loss", Value.ofComputed(truth.crossEntropyOf(line)));
        values.put("population_accuracy", Value.of(truth.accuracyOf(line)));
    }

    /** Every column has a value; those of splits or parameters that the run has not stay blank. */
    private ImmutableMap<String, Value> inOrder(Map<String, Value> values) {
        var ordered = ImmutableMap.<String, Value>builder();
        for (String column : resultColumns) {
            ordered.put(column, values.getOrDefault(column, Value.BLANK));
        }
        return ordered.buildOrThrow();
    }

    private static ImmutableList<SplitSeries> series(Trajectory trajectory) {
        return trajectory.splits().entrySet().stream()
                .map(entry -> series(
                        entry.getKey(),
                        entry.getValue(),
                        requireNonNull(trajectory.clean().get(entry.getKey()))))
                .collect(ImmutableList.toImmutableList());
    }

    private static SplitSeries series(Split split, Trajectory.Curve curve, Trajectory.Curve clean) {
        return SplitSeries.of(SplitName.of(split), curve.loss(), curve.correct(), curve.exampleCount())
                .withClean(clean.loss(), clean.correct());
    }

    private static RunSeries runSeries(RunInput input, Trajectory trajectory) {
        boolean takesGradient = !(input.training().optimizer() instanceof Optimizer.None);
        return RunSeries.of(
                trajectory.objective(),
                trajectory.penalty(),
                trajectory.weightNorm(),
                takesGradient ? trajectory.gradientNorm() : new double[0]);
    }
}
