package tandem.analysis;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;

/** The overview as an aligned table of text. */
public final class OverviewText {
    private static final int WIDEST_LEVEL = 32;

    private OverviewText() {}

    /**
     * Lines that end in line feeds: a heading, one line per cell, and, where cells are left out, the best cells and
     * where the rest is.
     *
     * @param folder the result folder, as the user knows it
     */
    public static String of(CellOverview overview, String folder) {
        boolean complete = overview.cells() <= overview.first().size();
        var heading = heading(overview);
        var rows = ImmutableList.<ImmutableList<String>>builder().add(heading);
        overview.first().forEach(line -> rows.add(row(overview, line, "")));
        if (!complete) {
            overview.lowestLoss().ifPresent(line -> rows.add(row(overview, line, "lowest loss")));
            overview.highestAccuracy().ifPresent(line -> rows.add(row(overview, line, "highest accuracy")));
        }
        String rest = complete
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Shown are the first %d of %,d cells and the best by loss and by accuracy; all are in"
                                + " %s/runs.csv.\n",
                        overview.first().size(),
                        overview.cells(),
                        folder);
        int factors = overview.factors().size();
        int last = heading.size() - 1;
        return AlignedText.of(rows.build(), column -> column > factors && column < last) + rest;
    }

    private static ImmutableList<String> heading(CellOverview overview) {
        var heading = ImmutableList.<String>builder().add("cell");
        overview.factors().forEach(factor -> heading.add(printable(factor)));
        heading.add(overview.split() + " loss", overview.split() + " accuracy");
        if (overview.hasSpearman()) {
            heading.add("spearman");
        }
        return heading.add("runs", "diverged", "failed", "").build();
    }

    private static ImmutableList<String> row(CellOverview overview, CellLine line, String note) {
        var row = ImmutableList.<String>builder().add(Long.toString(line.cell()));
        line.levels().forEach(level -> row.add(printable(level)));
        row.add(text(line.loss()), text(line.accuracy()));
        if (overview.hasSpearman()) {
            row.add(text(line.spearman()));
        }
        return row.add(Integer.toString(line.runs()), orDash(line.diverged()), orDash(line.failed()), note)
                .build();
    }

    /** {@code 0.2950 +- 0.0031}: the error with two digits, the mean down to the error's last digit. */
    static String text(Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            return "-";
        }
        double mean = estimate.get().mean();
        var mcse = estimate.get().mcse();
        if (mcse.isEmpty() || mcse.getAsDouble() == 0) {
            return Rounded.toFourDigits(mean);
        }
        double error = mcse.getAsDouble();
        return Rounded.toErrorOf(mean, error) + " +- " + Rounded.toTwoDigits(error);
    }

    private static String orDash(int count) {
        return count == 0 ? "-" : Integer.toString(count);
    }

    /** A level may hold any text: line ends and escape sequences must not reach the terminal. */
    private static String printable(String text) {
        String plain = CharMatcher.javaIsoControl().replaceFrom(text, '?');
        return plain.length() <= WIDEST_LEVEL ? plain : plain.substring(0, WIDEST_LEVEL - 3) + "...";
    }
}
