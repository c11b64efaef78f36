package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.PlannedShape;
import tandem.measures.Detail;
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

    private RunColumnsOfPlan() {}

    static RunColumns of(Plan plan) {
        var shapes = plan.shapes().stream().map(PlannedShape::shape).toList();
        var recording = plan.scenario().recording();
        var splits = Stream.of(Split.values())
                .filter(split ->
                        shapes.stream().anyMatch(shape -> shape.splits().containsKey(split)))
                .collect(ImmutableList.toImmutableList());
        int epochs = shapes.stream().mapToInt(shape -> shape.epochs()).max().orElse(0);
        // Fewest, since what only two classes have is a column where some cell has two; one logit is two classes.
        int classes = shapes.stream()
                .mapToInt(shape -> Math.max(2, shape.architecture().outputCount()))
                .min()
                .orElse(2);
        boolean line = shapes.stream().anyMatch(shape -> shape.architecture().isLine());
        var measures = Stream.of(Split.TRAIN, Split.VALIDATION)
                .map(RunColumnsOfPlan::name)
                .filter(splits::contains)
                .flatMap(split ->
                        Measures.of(epochs, classes, Detail.DEFAULT).stream().map(measure -> column(split, measure)))
                .collect(ImmutableList.toImmutableList());
        return new RunColumns(factors(plan), splits, line, measures);
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
