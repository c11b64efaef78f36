package tandem.experiment.run;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import tandem.experiment.journal.RunKey;
import tandem.experiment.plan.Plan;
import tandem.experiment.scenario.Purpose;
import tandem.experiment.scenario.Replicates;

/**
 * The keys of all runs of a plan, and the runs of a key. A key follows from the resolved cell, the master seed and the replicate whose stream each
 * purpose takes, and from nothing else: not from where the run stands in the grid. About 32 bytes a run.
 */
final class RunKeys {
    private static final HashFunction HASH = Hashing.murmur3_128(0);

    private final long[] high;
    private final long[] low;
    /** Open addressing: run + 1 at the first free place from where its key points to. */
    private final int[] table;

    private RunKeys(int count) {
        this.high = new long[count];
        this.low = new long[count];
        this.table = new int[Math.max(2, 2 * Integer.highestOneBit(Math.max(1, count)) * (count > 1 << 29 ? 1 : 2))];
    }

    static RunKeys of(Plan plan) {
        var keys = new RunKeys(Math.toIntExact(plan.runCount()));
        Replicates replicates = plan.scenario().replicates();
        long seed = plan.scenario().seed();
        for (int run = 0; run < keys.high.length; run++) {
            long cell = run / replicates.count();
            Hasher hasher = HASH.newHasher()
                    .putLong(plan.digests().high(cell))
                    .putLong(plan.digests().low(cell))
                    .putLong(seed);
            putReplicate(hasher, replicates, run % replicates.count());
            var bytes = ByteBuffer.wrap(hasher.hash().asBytes());
            keys.put(run, bytes.getLong(), bytes.getLong());
        }
        return keys;
    }

    /** A replicate that holds a purpose is another run than one that does not, except for replicate 0. */
    private static void putReplicate(Hasher hasher, Replicates replicates, long replicate) {
        hasher.putLong(replicate);
        for (var purpose : Purpose.values()) {
            long stream = replicates.streamOf(purpose, replicate);
            if (stream != replicate) {
                hasher.putUnencodedChars(purpose.key()).putLong(stream);
            }
        }
    }

    private void put(int run, long keyHigh, long keyLow) {
        high[run] = keyHigh;
        low[run] = keyLow;
        int place = place(keyHigh);
        while (table[place] != 0) {
            place = next(place);
        }
        table[place] = run + 1;
    }

    private int place(long keyHigh) {
        return (int) (keyHigh & (table.length - 1));
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    /** How many runs there are. */
    int count() {
        return high.length;
    }

    RunKey key(long run) {
        return new RunKey(high[(int) run], low[(int) run]);
    }

    /** Hands over every run of a key: cells may be equal under different names. Whether there was one. */
    boolean forEach(RunKey key, LongConsumer runs) {
        boolean found = false;
        for (int place = place(key.high()); table[place] != 0; place = next(place)) {
            int run = table[place] - 1;
            if (high[run] == key.high() && low[run] == key.low()) {
                runs.accept(run);
                found = true;
            }
        }
        return found;
    }
}
