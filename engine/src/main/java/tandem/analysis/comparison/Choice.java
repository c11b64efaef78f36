package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.stream.Stream;
import tandem.analysis.comparison.CompareOptions.FactorLevel;
import tandem.analysis.comparison.diff.ColumnPattern;
import tandem.analysis.comparison.means.Directions;
import tandem.analysis.comparison.means.Grouping;
import tandem.analysis.comparison.means.Side;
import tandem.analysis.comparison.means.SideReader;
import tandem.analysis.comparison.means.SideTable;

/** What a selection comes to with tables at hand. */
record Choice(Grouping grouping) {

    /** @param runs whether these are runs, of which final loss and accuracy are compared unless others are asked for */
    static Choice of(CompareOptions.Selection selection, ImmutableList<SideTable> tables, boolean runs)
            throws UnusableComparisonException {
        ImmutableList<String> common = tables.getFirst().factors().stream()
                .filter(factor ->
                        tables.stream().allMatch(table -> table.factors().contains(factor)))
                .collect(ImmutableList.toImmutableList());
        for (String factor : selection.kept()) {
            check(factor, "--row and --col", common, "all of them have");
        }
        var filter = ImmutableListMultimap.<String, String>builder();
        var any = all(tables.stream().flatMap(table -> table.factors().stream()));
        for (FactorLevel one : selection.filter()) {
            check(one.factor(), "--filter", any, "there are");
            filter.put(one.factor(), one.level());
        }
        var kept = selection.kept().isEmpty() ? common : selection.kept();
        var results = all(tables.stream().flatMap(table -> table.results().stream()));
        return new Choice(new Grouping(kept, filter.build(), measures(selection, results, runs)));
    }

    private static ImmutableList<String> all(Stream<String> names) {
        return names.collect(ImmutableSet.toImmutableSet()).asList();
    }

    private static void check(String factor, String option, ImmutableList<String> factors, String have)
            throws UnusableComparisonException {
        if (!factors.contains(factor)) {
            throw new UnusableComparisonException(option + ": there is no factor " + factor + "; "
                    + (factors.isEmpty() ? "there is none" : have + " " + String.join(", ", factors)));
        }
    }

    private static ImmutableList<String> measures(
            CompareOptions.Selection selection, ImmutableList<String> results, boolean runs)
            throws UnusableComparisonException {
        if (selection.measures().isEmpty()) {
            return results.stream()
                    .filter(column -> !runs || Directions.isFinal(column))
                    .collect(ImmutableList.toImmutableList());
        }
        var measures = ImmutableSet.<String>builder();
        for (String text : selection.measures()) {
            var pattern = new ColumnPattern(text);
            var matching = results.stream().filter(pattern::matches).toList();
            if (matching.isEmpty()) {
                throw new UnusableComparisonException(
                        "--measure: no column with numbers has the name " + text + "; there are " + listed(results));
            }
            measures.addAll(matching);
        }
        return measures.build().asList();
    }

    /** Names, but for those that would fill a screen. */
    private static String listed(ImmutableList<String> names) {
        int shown = 12;
        return names.size() <= shown
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
    }

    /** With another factor behind those that stay apart. */
    Choice with(String factor, SideTable table) throws UnusableComparisonException {
        check(factor, "--baseline", table.factors(), "there are");
        var kept = ImmutableList.<String>builder();
        grouping.kept().stream().filter(name -> !name.equals(factor)).forEach(kept::add);
        return new Choice(new Grouping(kept.add(factor).build(), grouping.filter(), grouping.measures()));
    }

    /** The sides of the tables. */
    ImmutableList<Side> read(ImmutableList<SideTable> tables)
            throws IOException, UnusableComparisonException, SideReader.TooManyException {
        var sides = SideReader.read(tables, grouping);
        for (Side side : sides) {
            if (side.groups().isEmpty()) {
                throw new UnusableComparisonException("no row of " + side.label() + " is left"
                        + (grouping.filter().isEmpty() ? "; it has none" : " by --filter"));
            }
        }
        return sides;
    }
}
