package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.PlannedShape;
import tandem.experiment.recording.SplitName;
import tandem.experiment.scenario.Recording;
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
    /** In the data dictionary. */
    private static final String SPLIT = "<split>";

    private static final String TRAIN = SplitName.of(Split.TRAIN);

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
        splits.forEach(split -> measures(recording, epochs, classCount)
                .filter(measure -> split == Split.TRAIN || !measure.ofTrainOnly())
                .forEach(measure -> columns.add(column(SplitName.of(split), measure))));
        columns.addAll(temperature(recording, splits));
        columns.addAll(CorruptionColumns.of(plan, splits));
        if (CorruptionColumns.scoresCleanLabels(plan)) {
            splits.forEach(split -> columns.addAll(CorruptionColumns.cleanEnd(SplitName.of(split))));
            splits.forEach(split -> measures(recording, epochs, classCount)
                    .filter(measure -> !measure.ofTrainOnly())
                    .forEach(measure -> columns.add(CorruptionColumns.clean(column(SplitName.of(split), measure)))));
        }
        return new RunColumns(
                factors(plan),
                splits.stream().map(SplitName::of).collect(ImmutableList.toImmutableList()),
                line,
                columns.build());
    }

    /** Those of a split, in the order of their columns. */
    private static Stream<Measure> measures(Recording recording, int epochs, int classCount) {
        var ofExamples = recording.examples() ? Stream.of(ExampleMeasure.values()) : Stream.<ExampleMeasure>empty();
        return Stream.concat(
                recording.measures().of(epochs, classCount).stream(), ofExamples.filter(recording.measures()::has));
    }

    /** What the runs of any plan can have, {@code <split>} standing for train, validation or test. */
    static RunColumns every(ImmutableList<Column> factors) {
        var columns = ImmutableList.<Column>builder();
        Stream.concat(
                        Measures.of(Integer.MAX_VALUE, 2, Detail.ALL).stream(),
                        Stream.<Measure>of(ExampleMeasure.values()))
                .forEach(measure -> columns.add(column(measure.ofTrainOnly() ? TRAIN : SPLIT, measure)));
        Stream.of(TemperatureMeasure.values()).forEach(measure -> columns.add(column(measure)));
        columns.addAll(CorruptionColumns.every(SPLIT));
        columns.addAll(CorruptionColumns.cleanEnd(SPLIT));
        columns.add(new Column(
                CorruptionColumns.CLEAN + SPLIT + "_<measure>",
                ColumnType.NUMBER,
                "the measure's",
                "",
                "every measure of a split again, on the labels before corruption; where labels are corrupted"
                        + " in some cell"));
        return new RunColumns(factors, ImmutableList.of(SPLIT), true, columns.build());
    }

    /** Whether a measure, named without its split, is taken only where single examples are recorded. */
    static boolean comesWithExamples(String measure) {
        return Stream.of(ExampleMeasure.values()).anyMatch(of -> of.column().equals(measure))
                || Stream.of(TemperatureMeasure.values())
                        .anyMatch(of -> of.column().equals(measure));
    }

    /** Whether a measure, named without its split, is taken only where all are asked for. */
    static boolean comesWithAllMeasures(String measure) {
        return Measures.of(Integer.MAX_VALUE, 2, Detail.ALL).stream()
                .filter(Measures::isOptIn)
                .anyMatch(of -> of.column().equals(measure));
    }

    /** Whether there is such a measure of a trajectory or its last state, named without its split. */
    static boolean isMeasure(String name) {
        return Measures.of(Integer.MAX_VALUE, 2, Detail.ALL).stream()
                .anyMatch(of -> of.column().equals(name));
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

    private static Column column(String split, Measure measure) {
        var type = measure.isCount() ? ColumnType.INTEGER : ColumnType.NUMBER;
        var column =
                new Column(split + "_" + measure.column(), type, measure.unit(), measure.range(), measure.definition());
        return switch (measure.direction()) {
            case LOWER -> column.betterIfLower();
            case HIGHER -> column.betterIfHigher();
            case NEITHER -> column;
        };
    }

    private static Column column(TemperatureMeasure measure) {
        var column =
                new Column(measure.column(), ColumnType.NUMBER, measure.unit(), measure.range(), measure.definition());
        return switch (measure) {
            case TEMPERATURE -> column;
            case VALIDATION_LOSS, TEST_LOSS -> column.betterIfLower();
        };
    }

    private static ImmutableList<Column> temperature(Recording recording, ImmutableList<Split> splits) {
        if (!recording.examples() || !splits.contains(Split.VALIDATION)) {
            return ImmutableList.of();
        }
        return Stream.of(TemperatureMeasure.values())
                .filter(measure -> measure != TemperatureMeasure.TEST_LOSS || splits.contains(Split.TEST))
                .map(RunColumnsOfPlan::column)
                .collect(ImmutableList.toImmutableList());
    }
}
