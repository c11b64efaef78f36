package tandem.experiment.recording;

import java.io.IOException;
import tandem.tables.RowEncoder;
import tandem.tables.Value;
import tandem.training.data.Split;

/** Rows of paths.csv. */
final class PathRows {
    private PathRows() {}

    static void add(RowEncoder encoder, long run, RunWatch watch) throws IOException {
        int last = watch.splits().values().stream()
                .mapToInt(split -> split.paths().lastEpoch())
                .max()
                .orElse(-1);
        for (int epoch = 0; epoch <= last; epoch++) {
            for (var entry : watch.splits().entrySet()) {
                if (!entry.getValue().paths().positions().isEmpty()) {
                    add(encoder, run, epoch, entry.getKey(), watch);
                }
            }
        }
    }

    private static void add(RowEncoder encoder, long run, int epoch, Split split, RunWatch watch) throws IOException {
        var seen = watch.split(split);
        var positions = seen.paths().positions();
        for (int chosen = 0; chosen < positions.size(); chosen++) {
            int position = positions.get(chosen);
            for (int c = 0; c < watch.classNames().size(); c++) {
                encoder.add(encoder.row()
                        .set("run", Value.of(run))
                        .set("epoch", Value.of((long) epoch))
                        .set("split", Value.of(SplitName.of(split)))
                        .set("example", Value.of((long) seen.examples().ids()[position]))
                        .set(
                                "label",
                                Value.of(watch.classNames().get(seen.examples().labels()[position])))
                        .set("class", Value.of(watch.classNames().get(c)))
                        .set("probability", Value.of(seen.paths().probability(chosen, epoch, c))));
            }
        }
    }
}
