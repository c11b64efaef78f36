package tandem.experiment.grid;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * Something that varies over the grid.
 *
 * @param name its path, or the name of a factor of named variants; the column in tables
 * @param levels text of each level as tables show it, all different
 */
public record Factor(String name, ImmutableList<String> levels) {
    public Factor {
        checkArgument(!levels.isEmpty(), "a factor must have levels: %s", name);
    }

    public int levelCount() {
        return levels.size();
    }
}
