package tandem.experiment.recording;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.OptionalInt;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.examples.ExampleDynamics;
import tandem.tables.Row;
import tandem.tables.RowEncoder;
import tandem.tables.Value;
import tandem.training.data.Split;

/** Rows of examples.csv. */
final class ExampleRows {
    private ExampleRows() {}

    /** Adds those of a complete run; none of one that diverged. */
    static void add(RowEncoder encoder, long run, RunWatch watch, boolean withCleanLabels) throws IOException {
        for (var entry : watch.splits().entrySet()) {
            Split split = entry.getKey();
            var last = watch.last(split);
            var dynamics = entry.getValue().dynamics();
            if (last.isPresent()) {
                checkState(dynamics.isPresent(), "the examples were not followed");
                for (int i = 0; i < last.get().count(); i++) {
                    Row row = encoder.row()
                            .set("run", Value.of(run))
                            .set("split", Value.of(SplitName.of(split)))
                            .set("example", Value.of((long)
                                    entry.getValue().examples().ids()[i]))
                            .set(
                                    "group",
                                    Value.of(entry.getValue().groups().get(i).text()));
                    setLastState(row, last.get(), i, watch.classNames());
                    setDynamics(row, dynamics.get(), i);
                    if (withCleanLabels) {
                        int clean = entry.getValue().examples().cleanLabels()[i];
                        row.set("clean_label", Value.of(watch.classNames().get(clean)));
                    }
                    encoder.add(row);
                }
            }
        }
    }

    private static void setLastState(Row row, Outcomes last, int i, ImmutableList<String> classNames) {
        row.set("label", Value.of(classNames.get(last.label(i))))
                .set("prediction", Value.of(classNames.get(last.prediction(i))))
                .set("correct", Value.of(last.isCorrect(i) ? 1L : 0L))
                .set("loss", Value.ofComputed(last.loss(i)))
                .set("probability", Value.of(last.labelProbability(i)))
                .set("confidence", Value.of(last.confidence(i)))
                .set("margin", Value.ofComputed(last.margin(i)))
                .set("entropy", Value.ofComputed(last.entropy(i)));
    }

    private static void setDynamics(Row row, ExampleDynamics dynamics, int i) {
        boolean isTrained = dynamics.epochCount() > 0;
        row.set("aum", isTrained ? value(dynamics.aum(i)) : Value.BLANK)
                .set("gold_confidence", isTrained ? value(dynamics.goldConfidence(i)) : Value.BLANK)
                .set("variability", isTrained ? value(dynamics.variability(i)) : Value.BLANK)
                .set("correctness", isTrained ? value(dynamics.correctness(i)) : Value.BLANK)
                .set("forgetting_events", value(dynamics.forgettingEvents(i)))
                .set("first_learned_epoch", value(dynamics.firstLearnedEpoch(i)));
    }

    private static Value value(Measured measured) {
        return switch (measured) {
            case Measured.Defined(double value) -> Value.of(value);
            case Measured.Undefined(var reason) -> new Value.Undefined(reason.name());
        };
    }

    private static Value value(OptionalInt count) {
        return count.isPresent() ? Value.of((long) count.getAsInt()) : Value.BLANK;
    }
}
