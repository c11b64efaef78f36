package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeansReport;

/** Cells and measures that one side does not have at all: named once instead of in a line for each comparison. */
final class Absences {
    private static final int MOST = 6;

    private Absences() {}

    /** A sentence for each side that lacks something. */
    static ImmutableList<Part> of(MeansReport report) {
        Map<String, List<Comparison>> byNote = report.comparisons().stream()
                .filter(one -> one.difference().isEmpty())
                .collect(Collectors.groupingBy(one -> one.judgement().note(), LinkedHashMap::new, Collectors.toList()));
        var sentences = ImmutableList.<Part>builder();
        byNote.forEach((note, ones) -> sentences.add(new Part.Sentence(sentence(note, ones, report.factors()))));
        return sentences.build();
    }

    private static String sentence(String note, List<Comparison> ones, ImmutableList<String> factors) {
        var names = ones.stream().map(one -> name(one, factors)).distinct().toList();
        int more = names.size() - MOST;
        return "Missing, since " + note + ": " + String.join("; ", names.subList(0, Math.min(MOST, names.size())))
                + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private static String name(Comparison one, ImmutableList<String> factors) {
        return one.lacksCell() && !factors.isEmpty()
                ? IntStream.range(0, factors.size())
                        .mapToObj(f -> factors.get(f) + "=" + one.levels().get(f))
                        .collect(Collectors.joining(", "))
                : one.measure();
    }
}
