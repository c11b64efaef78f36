package tandem.experiment.recording;

import java.io.IOException;
import tandem.measures.examples.AttributionRecorder.Interval;
import tandem.tables.RowEncoder;
import tandem.tables.Value;
import tandem.training.data.Split;

/** Rows of attribution.csv. */
final class AttributionRows {
    private AttributionRows() {}

    static void add(RowEncoder encoder, long run, RunWatch watch) throws IOException {
        for (var entry : watch.splits().entrySet()) {
            for (var interval : entry.getValue().attributions()) {
                add(encoder, run, entry.getKey(), interval, watch);
            }
        }
    }

    private static void add(RowEncoder encoder, long run, Split split, Interval interval, RunWatch watch)
            throws IOException {
        for (var term : interval.attribution().terms()) {
            encoder.add(encoder.row()
                    .set("run", Value.of(run))
                    .set("split", Value.of(SplitName.of(split)))
                    .set("from_epoch", Value.of((long) interval.fromEpoch()))
                    .set("to_epoch", Value.of((long) interval.toEpoch()))
                    .set("transition", Value.of(term.transition().text()))
                    .set("group", Value.of(term.group().text()))
                    .set("class", Value.of(watch.classNames().get(term.label())))
                    .set("examples", Value.of((long) term.examples()))
                    .set("loss_change", Value.ofComputed(term.lossChange())));
        }
    }
}
