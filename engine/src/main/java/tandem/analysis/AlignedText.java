package tandem.analysis;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns, for a terminal. */
public final class AlignedText {
    private static final String GAP = "  ";

    private AlignedText() {}

    /**
     * A line for each row, with line feeds.
     *
     * @param rows of equal length; at least one
     * @param right which columns are aligned at their right end
     */
    public static String of(ImmutableList<ImmutableList<String>> rows, IntPredicate right) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(c ->
                        rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(c -> right.test(c)
                                ? Strings.padStart(row.get(c), widths[c], ' ')
                                : Strings.padEnd(row.get(c), widths[c], ' '))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
