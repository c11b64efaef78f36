package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.PlannedShape;
import tandem.experiment.recording.SplitName;
import tandem.experiment.scenario.Recording;
import tandem.measures.Measure;
import tandem.measures.Measures;
import tandem.measures.examples.ExampleMeasure;
import tandem.measures.examples.TemperatureMeasure;
import tandem.tables.Column;
import tandem.tables.ColumnType;
import tandem.tables.RunColumns;
import tandem.training.PackShape;
import tandem.training.data.Split;

/** The columns that the runs of a plan can have. */
final class RunColumnsOfPlan {

    /** Begins the name of a column about the labels before corruption. */
    static final String CLEAN = "clean_";

    private RunColumnsOfPlan() {}

    static RunColumns of(Plan plan) {
        var shapes = plan.shapes().stream().map(PlannedShape::shape).toList();
        var recording = plan.scenario().recording();
        var splits = Stream.of(Split.values())
                .filter(split ->
                        shapes.stream().anyMatch(shape -> shape.splits().containsKey(split)))
                .collect(ImmutableList.toImmutableList());
        int epochs = shapes.stream().mapToInt(PackShape::epochs).max().orElse(0);
        // What only two classes have is a column where some cell has two; elsewhere it stays blank.
        int classCount = shapes.stream().mapToInt(PackShape::classCount).min().orElse(2);
        boolean line = shapes.stream().anyMatch(shape -> shape.architecture().isLine());
        var columns = ImmutableList.<Column>builder();
        for (var split : splits) {
            Measures.of(epochs, classCount, recording.measures())
                    .forEach(measure -> columns.add(column(split, measure)));
            if (recording.examples()) {
                Stream.of(ExampleMeasure.values()).forEach(measure -> columns.add(column(split, measure)));
            }
        }
        var ofSplits = columns.build();
        columns.addAll(temperature(recording, splits));
        columns.addAll(CorruptionColumns.doses(plan, splits));
        columns.addAll(CorruptionColumns.ambiguities(plan, splits));
        if (CorruptionColumns.scoresCleanLabels(plan)) {
            columns.addAll(clean(ofSplits, splits));
        }
        return new RunColumns(
                factors(plan),
                splits.stream().map(SplitName::of).collect(ImmutableList.toImmutableList()),
                line,
                columns.build());
    }

    /** One column per factor, levels as text. */
    static ImmutableList<Column> factors(Plan plan) {
        return plan.scenario().factors().stream()
                .map(factor ->
                        new Column(factor.name(), ColumnType.TEXT, "", "levels of the scenario", "level of the factor"))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@code validation_min_loss}. */
    static String name(Split split, Measure measure) {
        return SplitName.of(split) + "_" + measure.column();
    }

    /** What the labels before corruption say: loss and accuracy of every split, and every measure of a split. */
    private static ImmutableList<Column> clean(ImmutableList<Column> measures, ImmutableList<Split> splits) {
        var columns = ImmutableList.<Column>builder();
        for (var split : splits) {
            String of = SplitName.of(split) + " split at the last epoch, on the labels before corruption";
            columns.add(new Column(
                    CLEAN + SplitName.of(split) + "_loss", ColumnType.NUMBER, "nats", "[0, inf)", "mean cross-entropy of the " + of));
            columns.add(new Column(
                    CLEAN + SplitName.of(split) + "_accuracy",
                    ColumnType.NUMBER,
                    "share",
                    "[0, 1]",
                    "share of correctly classified examples of the " + of));
        }
        measures.forEach(column -> columns.add(new Column(
                CLEAN + column.name(),
                column.type(),
                column.unit(),
                column.range(),
                "on the labels before corruption: " + column.definition())));
        return columns.build();
    }

    private static Column column(Split split, Measure measure) {
        var type = measure.isCount() ? ColumnType.INTEGER : ColumnType.NUMBER;
        return new Column(name(split, measure), type, measure.unit(), measure.range(), measure.definition());
    }

    private static ImmutableList<Column> temperature(Recording recording, ImmutableList<Split> splits) {
        if (!recording.examples() || !splits.contains(Split.VALIDATION)) {
            return ImmutableList.of();
        }
        return Stream.of(TemperatureMeasure.values())
                .filter(measure -> measure != TemperatureMeasure.TEST_LOSS || splits.contains(Split.TEST))
                .map(measure -> new Column(
                        measure.column(), ColumnType.NUMBER, measure.unit(), measure.range(), measure.definition()))
                .collect(ImmutableList.toImmutableList());
    }
}
