package tandem.experiment.plan;

import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;

/**
 * Some runs of a plan as packs, in the order in which they are best trained: those with the most work first, so that no thread is left with a long one
 * when the others are done. Which runs share a pack changes no bit of them. Holds four bytes a run.
 */
public final class Schedule {
    private final int replicates;
    private final List<Part> parts = new ArrayList<>();
    private long packCount;
    private long runCount;

    /**
     * The runs of one shape.
     *
     * @param firstPack number of its first pack
     * @param wanted numbers of its runs, counted among those of the shape: cell after cell, replicates fastest
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    private record Part(PlannedShape shape, int lanes, long firstPack, int[] wanted) {
        long packs() {
            return (wanted.length + lanes - 1L) / lanes;
        }
    }

    private Schedule(int replicates) {
        this.replicates = replicates;
    }

    /**
     * The schedule of those runs of a plan that are wanted.
     *
     * @param lanes of the kernels
     */
    public static Schedule of(Plan plan, int lanes, LongPredicate wanted) {
        return of(plan, lanes, wanted, Long.MAX_VALUE);
    }

    /**
     * The first packs of that schedule.
     *
     * @param most runs in it, at most
     */
    public static Schedule of(Plan plan, int lanes, LongPredicate wanted, long most) {
        var schedule = new Schedule(plan.scenario().replicates().count());
        plan.shapes().stream()
                .sorted(Comparator.comparingDouble(PlannedShape::operations).reversed())
                .forEach(shape -> schedule.add(shape, Plan.lanesOf(shape, lanes), wanted, most));
        return schedule;
    }

    private void add(PlannedShape shape, int lanes, LongPredicate wanted, long most) {
        int[] runs = new int[Math.toIntExact(shape.runCount(replicates))];
        int count = 0;
        for (int i = 0; i < runs.length && runCount + count < most; i++) {
            if (wanted.test(run(shape, i))) {
                runs[count++] = i;
            }
        }
        var part = new Part(shape, lanes, packCount, Arrays.copyOf(runs, count));
        parts.add(part);
        packCount += part.packs();
        runCount += count;
    }

    private long run(PlannedShape shape, int index) {
        return shape.cells().get(index / replicates) * replicates + index % replicates;
    }

    public long packCount() {
        return packCount;
    }

    /** Runs in all packs. */
    public long runCount() {
        return runCount;
    }

    /** Pack {@code index} of {@link #packCount}. */
    public Pack pack(long index) {
        Objects.checkIndex(index, packCount);
        for (var part : parts) {
            if (index - part.firstPack < part.packs()) {
                int from = Math.toIntExact((index - part.firstPack) * part.lanes);
                int to = Math.min(from + part.lanes, part.wanted.length);
                var runs = ImmutableLongArray.builder(to - from);
                for (int i = from; i < to; i++) {
                    runs.add(run(part.shape, part.wanted[i]));
                }
                return new Pack(index, runs.build());
            }
        }
        throw new IndexOutOfBoundsException(index);
    }
}
