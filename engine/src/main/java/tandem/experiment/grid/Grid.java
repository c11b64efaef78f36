package tandem.experiment.grid;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All combinations of the factors' levels, without the excluded ones, in the order of the factors, the last varying fastest. A cell is index
 * arithmetic: memory grows with the combinations only where some are excluded, by one bit each.
 */
public final class Grid {
    /** More combinations than this are refused. */
    public static final long MOST_COMBINATIONS = 1_000_000_000;

    private final ImmutableList<Factor> factors;
    private final long combinations;
    private final @Nullable KeptCombinations kept;

    private Grid(ImmutableList<Factor> factors, long combinations, @Nullable KeptCombinations kept) {
        this.factors = factors;
        this.combinations = combinations;
        this.kept = kept;
    }

    /** Number of combinations before exclusion; {@code Long.MAX_VALUE} where a long cannot hold it. */
    public static long combinations(ImmutableList<Factor> factors) {
        long product = 1;
        for (var factor : factors) {
            product = LongMath.saturatedMultiply(product, factor.levelCount());
        }
        return product;
    }

    /**
     * The grid of these factors without what the exclusions match.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_COMBINATIONS}
     */
    public static Grid of(ImmutableList<Factor> factors, ImmutableList<Exclusion> exclusions) {
        long combinations = combinations(factors);
        checkArgument(combinations <= MOST_COMBINATIONS, "too many combinations: %s", combinations);
        if (exclusions.isEmpty()) {
            return new Grid(factors, combinations, null);
        }
        var kept = new BitSet((int) combinations);
        kept.set(0, (int) combinations);
        for (var exclusion : exclusions) {
            clear(kept, factors, exclusion, 0, 0, (int) combinations);
        }
        return new Grid(factors, combinations, new KeptCombinations(kept, (int) combinations));
    }

    /** Clears what {@code exclusion} matches among the {@code size} combinations from {@code start}, which agree on all factors before {@code factor}. */
    private static void clear(
            BitSet kept, ImmutableList<Factor> factors, Exclusion exclusion, int factor, int start, int size) {
        if (factor > exclusion.levels().lastKey()) {
            kept.clear(start, start + size);
            return;
        }
        int count = factors.get(factor).levelCount();
        int part = size / count;
        Integer only = exclusion.levels().get(factor);
        for (int level = 0; level < count; level++) {
            if (only == null || only == level) {
                clear(kept, factors, exclusion, factor + 1, start + level * part, part);
            }
        }
    }

    public ImmutableList<Factor> factors() {
        return factors;
    }

    public long cellCount() {
        return kept == null ? combinations : kept.count();
    }

    /** Level index of every factor for cell {@code cell}. */
    public int[] levelIndices(long cell) {
        Objects.checkIndex(cell, cellCount());
        long index = kept == null ? cell : kept.combination((int) cell);
        int[] indices = new int[factors.size()];
        for (int f = factors.size() - 1; f >= 0; f--) {
            indices[f] = (int) (index % factors.get(f).levelCount());
            index /= factors.get(f).levelCount();
        }
        return indices;
    }
}
