package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tandem.analysis.comparison.means.Comparison;

/** Why verdicts are not others, once each below the table, so that its lines stay short. */
final class Footnotes {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** Of comparisons that are shown, in their order. */
    Footnotes(List<Comparison> comparisons) {
        comparisons.stream()
                .map(one -> one.judgement().note())
                .filter(note -> !note.isEmpty())
                .forEach(note -> numbers.putIfAbsent(note, numbers.size() + 1));
    }

    /** The verdict with the number of its note: {@code missing (1)}. */
    String verdict(Comparison one) {
        Integer number = numbers.get(one.judgement().note());
        return DifferenceText.verdict(one) + (number == null ? "" : " (" + number + ")");
    }

    /** One sentence each. */
    ImmutableList<Part> sentences() {
        var sentences = ImmutableList.<Part>builder();
        numbers.forEach((note, number) -> sentences.add(new Part.Sentence("(" + number + ") " + note + ".")));
        return sentences.build();
    }
}
