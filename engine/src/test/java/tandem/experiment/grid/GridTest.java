package tandem.experiment.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void noFactorMakesOneCell() {
        var grid = Grid.of(ImmutableList.of(), ImmutableList.of());
        assertThat(grid.cellCount()).isEqualTo(1);
        assertThat(grid.levelIndices(0)).isEmpty();
    }

    @Test
    void theLastFactorVariesFastest() {
        var grid = Grid.of(factors(2, 3), ImmutableList.of());
        assertThat(grid.levelIndices(0)).containsExactly(0, 0);
        assertThat(grid.levelIndices(2)).containsExactly(0, 2);
        assertThat(grid.levelIndices(3)).containsExactly(1, 0);
        assertThatThrownBy(() -> grid.levelIndices(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aGreatGridCostsNothing() {
        var grid = Grid.of(factors(1000, 1000, 1000), ImmutableList.of());
        assertThat(grid.cellCount()).isEqualTo(1_000_000_000L);
        assertThat(grid.levelIndices(999_999_999)).containsExactly(999, 999, 999);
        assertThatThrownBy(() -> Grid.of(factors(1000, 1000, 1001), ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void combinationsBeyondALongSaturate() {
        assertThat(Grid.combinations(factors(100_000, 100_000, 100_000, 100_000)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void exclusionLeavesExactlyTheCellsThatNoExclusionMatches() {
        var factors = factors(7, 30, 11, 13);
        var random = new SplittableRandom(1);
        for (int trial = 0; trial < 5; trial++) {
            var exclusions = ImmutableList.<Exclusion>builder();
            for (int i = 0; i < 6; i++) {
                int one = random.nextInt(4);
                int other = random.nextInt(4);
                var levels = new TreeMap<Integer, Integer>();
                levels.put(one, random.nextInt(factors.get(one).levelCount()));
                levels.put(other, random.nextInt(factors.get(other).levelCount()));
                exclusions.add(new Exclusion(ImmutableSortedMap.copyOf(levels)));
            }
            agreesWithBruteForce(factors, exclusions.build());
        }
    }

    private static void agreesWithBruteForce(ImmutableList<Factor> factors, ImmutableList<Exclusion> exclusions) {
        var all = Grid.of(factors, ImmutableList.of());
        List<int[]> expected = new ArrayList<>();
        for (long i = 0; i < all.cellCount(); i++) {
            int[] cell = all.levelIndices(i);
            if (exclusions.stream().noneMatch(exclusion -> exclusion.matches(cell))) {
                expected.add(cell);
            }
        }
        var grid = Grid.of(factors, exclusions);
        assertThat(grid.cellCount()).isEqualTo(expected.size()).isLessThan(all.cellCount());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Arrays.equals(grid.levelIndices(i), expected.get(i))).isTrue();
        }
    }

    private static ImmutableList<Factor> factors(int... counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(f -> new Factor(
                        "f" + f,
                        IntStream.range(0, counts[f])
                                .mapToObj(Integer::toString)
                                .collect(ImmutableList.toImmutableList())))
                .collect(ImmutableList.toImmutableList());
    }
}
