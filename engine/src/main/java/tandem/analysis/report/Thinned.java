package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.SortedSet;

/** Some of many numbers. */
final class Thinned {
    private Thinned() {}

    /** At most so many of the numbers (but two at least), at even distances in their order, first and last among them. */
    static ImmutableSortedSet<Long> of(SortedSet<Long> all, int most) {
        if (all.size() <= most) {
            return ImmutableSortedSet.copyOf(all);
        }
        var numbers = ImmutableList.copyOf(all);
        int steps = Math.max(2, most) - 1;
        var kept = ImmutableSortedSet.<Long>naturalOrder();
        for (int i = 0; i <= steps; i++) {
            kept.add(numbers.get((int) ((long) i * (numbers.size() - 1) / steps)));
        }
        return kept.build();
    }
}
