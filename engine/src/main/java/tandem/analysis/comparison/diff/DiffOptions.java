package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;

/**
 * What counts as a difference, and how many are told one by one.
 *
 * @param ignored columns that are not compared
 * @param shown how many rows and fields are told of each kind
 */
public record DiffOptions(Tolerance tolerance, ImmutableList<ColumnPattern> ignored, int shown) {

    /** Without one column more. */
    public DiffOptions ignoring(ColumnPattern column) {
        return new DiffOptions(
                tolerance,
                ImmutableList.<ColumnPattern>builder()
                        .addAll(ignored)
                        .add(column)
                        .build(),
                shown);
    }

    boolean ignores(String column) {
        return ignored.stream().anyMatch(pattern -> pattern.matches(column));
    }
}
