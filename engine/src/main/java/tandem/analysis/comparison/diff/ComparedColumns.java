package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.function.Predicate;

/**
 * The columns that two tables share, keys and ignored ones left out.
 *
 * @param labels of the key's parts
 * @param names in the order of the first table
 * @param firstIndices position of each in the first table; so are {@code secondIndices}
 * @param onlyFirst what only the first table has; so is {@code onlySecond}
 */
record ComparedColumns(
        ImmutableList<String> labels,
        ImmutableList<String> names,
        ImmutableIntArray firstIndices,
        ImmutableIntArray secondIndices,
        ImmutableList<String> onlyFirst,
        ImmutableList<String> onlySecond) {

    static ComparedColumns of(
            ImmutableList<String> labels,
            ImmutableList<String> first,
            ImmutableList<String> second,
            Predicate<String> leftOut) {
        ImmutableList<String> names = only(first, name -> second.contains(name) && !leftOut.test(name));
        var firstIndices = ImmutableIntArray.builder();
        var secondIndices = ImmutableIntArray.builder();
        for (String name : names) {
            firstIndices.add(first.indexOf(name));
            secondIndices.add(second.indexOf(name));
        }
        return new ComparedColumns(
                labels,
                names,
                firstIndices.build(),
                secondIndices.build(),
                only(first, name -> !second.contains(name) && !leftOut.test(name)),
                only(second, name -> !first.contains(name) && !leftOut.test(name)));
    }

    private static ImmutableList<String> only(ImmutableList<String> columns, Predicate<String> wanted) {
        return columns.stream().filter(wanted).collect(ImmutableList.toImmutableList());
    }

    int first(int column) {
        return firstIndices.get(column);
    }

    int second(int column) {
        return secondIndices.get(column);
    }

    /** A row's key for people. */
    String shown(KeyedRow row) {
        return KeyText.shown(labels, row.key());
    }
}
