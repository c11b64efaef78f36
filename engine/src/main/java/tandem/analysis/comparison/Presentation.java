package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * How answers are laid out for people.
 *
 * @param shown most rows, columns and fields listed of each table that differs; without, a few of the first one
 * @param ranks whether Wilcoxon's tests were asked for
 * @param columns factors whose levels stand side by side
 */
public record Presentation(OptionalInt shown, boolean ranks, ImmutableList<String> columns) {}
