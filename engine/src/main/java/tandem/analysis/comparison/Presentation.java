package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;

/**
 * How answers are laid out for people.
 *
 * @param shown most rows, columns and fields listed of each table that differs
 * @param ranks whether Wilcoxon's tests were asked for
 * @param columns factors whose levels stand side by side
 */
public record Presentation(int shown, boolean ranks, ImmutableList<String> columns) {}
