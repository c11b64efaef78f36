package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What is compared: one side's values by cell and measure.
 *
 * @param label what it is called
 * @param groups by the levels of the kept factors, in their order; then by measure
 * @param hidden factors that vary within a group, with their levels
 * @param notes what a reader must know of the values
 */
public record Side(
        String label,
        ImmutableMap<ImmutableList<String>, ImmutableMap<String, Values>> groups,
        ImmutableMap<String, ImmutableList<String>> hidden,
        ImmutableList<String> notes) {}
