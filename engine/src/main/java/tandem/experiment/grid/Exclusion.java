package tandem.experiment.grid;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;

/**
 * Combinations to leave out.
 *
 * @param levels level index by factor index; a combination is left out when all of these match
 */
public record Exclusion(ImmutableSortedMap<Integer, Integer> levels) {
    public Exclusion {
        checkArgument(!levels.isEmpty(), "an exclusion must name a factor");
    }

    public boolean matches(int[] levelIndices) {
        for (var named : levels.entrySet()) {
            if (levelIndices[named.getKey()] != named.getValue()) {
                return false;
            }
        }
        return true;
    }
}
