package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;

/**
 * Which runs count, and which belong together.
 *
 * @param kept factors whose levels stay apart; over the others values are averaged within a replicate
 * @param filter only rows with one of these levels, for each of these factors that a table has
 * @param measures columns that are compared
 */
public record Grouping(
        ImmutableList<String> kept, ImmutableListMultimap<String, String> filter, ImmutableList<String> measures) {}
