package tandem.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tandem.experiment.plan.Pack;
import tandem.tables.ResultFolder;
import tandem.tables.Schemas;
import tandem.tables.Value;

/** Wall times of the packs, for timings.csv: at most {@value #MOST}, those of the first packs to end. */
final class PackTimes {
    private static final int MOST = 100_000;

    private final List<Time> times = new ArrayList<>();

    private record Time(long pack, long firstRun, int runs, int lanes, int thread, double seconds) {}

    synchronized void add(Pack pack, int lanes, int thread, double seconds) {
        if (times.size() < MOST) {
            times.add(new Time(pack.index(), pack.runs().get(0), pack.runs().length(), lanes, thread, seconds));
        }
    }

    synchronized void write(ResultFolder folder) throws IOException {
        times.sort(Comparator.comparingLong(Time::pack));
        try (var table = folder.table(Schemas.timings())) {
            for (var time : times) {
                table.write(table.schema()
                        .row()
                        .set("pack", Value.of(time.pack))
                        .set("first_run", Value.of(time.firstRun))
                        .set("runs", Value.of((long) time.runs))
                        .set("lanes", Value.of((long) time.lanes))
                        .set("thread", Value.of((long) time.thread))
                        .set("seconds", Value.of(time.seconds)));
            }
            table.finish();
        }
    }
}
