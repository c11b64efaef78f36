package tandem.analysis.comparison.means;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of one group: by replicate their number and, for each measure, the sum; NaN where one has no value. */
final class GroupSums {
    private final Map<Integer, Integer> slots = new LinkedHashMap<>();
    private final double[][] sums;
    private int[] rows = new int[4];
    private int size;

    GroupSums(int measures) {
        this.sums = new double[measures][rows.length];
    }

    /** Where the values of a replicate go. */
    int slotOf(int replicate) {
        int slot = slots.computeIfAbsent(replicate, _ -> newSlot());
        rows[slot]++;
        return slot;
    }

    /** Where those of a row go that is a repetition of its own. */
    int nextSlot() {
        int slot = newSlot();
        rows[slot]++;
        return slot;
    }

    private int newSlot() {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            for (int m = 0; m < sums.length; m++) {
                sums[m] = Arrays.copyOf(sums[m], 2 * size);
            }
        }
        return size++;
    }

    void add(int measure, int slot, double value) {
        sums[measure][slot] += value;
    }

    /**
     * The means of a measure by replicate.
     *
     * @param ranks order of the replicates by id
     */
    Values.Each values(int measure, int[] ranks) {
        if (slots.isEmpty()) {
            // Nobody numbered them, so their order says nothing; sorted, their sum does not depend on it.
            double[] each = Arrays.copyOf(sums[measure], size);
            Arrays.sort(each);
            return new Values.Each(ImmutableDoubleArray.copyOf(each));
        }
        int[] ids = slots.keySet().stream()
                .sorted((a, b) -> Integer.compare(ranks[a], ranks[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        var means = ImmutableDoubleArray.builder(size);
        var replicates = ImmutableIntArray.builder(size);
        for (int id : ids) {
            int slot = slots.getOrDefault(id, 0);
            means.add(sums[measure][slot] / rows[slot]);
            replicates.add(ranks[id]);
        }
        return new Values.Each(means.build(), replicates.build());
    }
}
