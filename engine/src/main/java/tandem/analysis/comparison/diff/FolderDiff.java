package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;

/**
 * What differs between the tables of two result folders.
 *
 * @param tables those that at least one of them has
 * @param sameScenario whether both are the same experiment
 */
public record FolderDiff(ImmutableList<TableOutcome> tables, boolean sameScenario) {

    public boolean isEmpty() {
        return different() == 0;
    }

    /** How many tables differ, or are in one folder only. */
    public long different() {
        return tables.stream()
                .filter(table -> switch (table) {
                    case TableOutcome.Same _ -> false;
                    case TableOutcome.Different _,
                            TableOutcome.DifferentDigests _,
                            TableOutcome.OnlyOne _,
                            TableOutcome.NotJoined _ -> true;
                })
                .count();
    }
}
