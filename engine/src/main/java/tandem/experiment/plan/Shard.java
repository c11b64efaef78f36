package tandem.experiment.plan;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of several parts of the runs of a plan, for processes that share the work and know nothing of each other. Runs are dealt out in turn, shape after
 * shape: of all runs, and of those of each shape, no shard has more than one more than another.
 *
 * @param index from 1
 * @param count of all shards
 */
public record Shard(int index, int count) {
    /** More than these would not be told apart from a misprint. */
    public static final int MOST = 100_000;

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");

    public Shard {
        checkArgument(
                1 <= index && index <= count && count <= MOST,
                "a shard has a number from 1 to the number of shards, at most %s: %s/%s",
                MOST,
                index,
                count);
    }

    /** The shard written as {@code 2/4}; empty where that is none. */
    public static Optional<Shard> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(parts.group(1));
        int count = Integer.parseInt(parts.group(2));
        return index <= count && count <= MOST ? Optional.of(new Shard(index, count)) : Optional.empty();
    }

    /** The numbers of its runs. */
    public BitSet runs(Plan plan) {
        int replicates = plan.scenario().replicates().count();
        var runs = new BitSet(Math.toIntExact(plan.runCount()));
        long dealt = 0;
        for (var shape : plan.shapes()) {
            for (int cell = 0; cell < shape.cells().length(); cell++) {
                for (int replicate = 0; replicate < replicates; replicate++) {
                    if (dealt++ % count == index - 1) {
                        runs.set(Math.toIntExact(shape.cells().get(cell) * replicates + replicate));
                    }
                }
            }
        }
        return runs;
    }

    /** As in a sentence: {@code shard 2 of 4}. */
    public String words() {
        return "shard " + index + " of " + count;
    }
}
