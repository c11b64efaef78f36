package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeansReport;

/** Differences with the levels of some factors as columns. */
final class SideBySide {
    private final MeansReport report;
    private final ImmutableList<String> columns;

    private final Footnotes footnotes;
    private final boolean isShort;

    private SideBySide(MeansReport report, ImmutableList<String> columns, Footnotes footnotes, boolean isShort) {
        this.report = report;
        this.columns = columns;
        this.footnotes = footnotes;
        this.isShort = isShort;
    }

    /** A row for each measure and combination of the other levels; a field is difference, interval and verdict. */
    static Part.Table table(MeansReport report, ImmutableList<String> columns, Footnotes footnotes) {
        var table = new SideBySide(report, columns, footnotes, false).table();
        return Layout.width(table) <= Layout.WIDTH ? table : new SideBySide(report, columns, footnotes, true).table();
    }

    private Part.Table table() {
        boolean onePair = MeansParts.isOnePair(report);
        Set<String> across = new LinkedHashSet<>();
        Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
        for (Comparison one : report.comparisons()) {
            String column = column(one);
            across.add(column);
            rows.computeIfAbsent(row(one, onePair), _ -> new LinkedHashMap<>()).put(column, field(one));
        }
        var heading = ImmutableList.<String>builder().add("measure");
        IntStream.range(0, report.factors().size())
                .filter(f -> !columns.contains(report.factors().get(f)))
                .mapToObj(this::factor)
                .forEach(heading::add);
        if (!onePair) {
            heading.add("second");
        }
        heading.addAll(across);
        var lines = ImmutableList.<ImmutableList<String>>builder();
        rows.forEach((row, fields) -> {
            var line = ImmutableList.<String>builder().addAll(row);
            across.forEach(column -> line.add(fields.getOrDefault(column, DifferenceText.NONE)));
            lines.add(line.build());
        });
        var names = heading.build();
        return new Part.Table(names, lines.build(), names.size());
    }

    private List<String> row(Comparison one, boolean onePair) {
        var row = new ArrayList<>(List.of(one.measure()));
        IntStream.range(0, report.factors().size())
                .filter(f -> !columns.contains(report.factors().get(f)))
                .forEach(f -> row.add(one.levels().get(f)));
        if (!onePair) {
            row.add(one.second());
        }
        return row;
    }

    private String column(Comparison one) {
        return String.join(
                ", ",
                IntStream.range(0, report.factors().size())
                        .filter(f -> columns.contains(report.factors().get(f)))
                        .mapToObj(f -> factor(f) + "=" + one.levels().get(f))
                        .toList());
    }

    private String factor(int index) {
        return (isShort ? ShortNames.of(report.factors()) : report.factors()).get(index);
    }

    private String field(Comparison one) {
        return one.difference()
                        .flatMap(found -> found.interval()
                                .map(ends -> DifferenceText.number(found.difference(), (ends.high() - ends.low()) / 2)
                                        + " " + DifferenceText.interval(ends) + " "))
                        .orElse("")
                + footnotes.verdict(one);
    }
}
