package tandem.analysis.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What was gathered for the charts of one study, and the sentences on what was left out or thinned. */
final class Contents {
    private final Map<String, Frame> frames = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Multiset<String> verdicts = LinkedHashMultiset.create();

    /** Adds a frame unless it is empty. */
    void add(String name, Frame frame) {
        if (frame.rows() > 0) {
            frames.put(name, frame);
        }
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Counts a verdict on a claim. */
    void verdict(String verdict) {
        verdicts.add(verdict);
    }

    /** {@code 5 hold, 1 undecided}; empty without claims. */
    String verdicts() {
        var words = ImmutableMap.of("holds", "hold", "fails", "fail", "undecided", "undecided");
        return words.keySet().stream()
                .filter(verdicts::contains)
                .map(verdict -> verdicts.count(verdict) + " "
                        + (verdicts.count(verdict) == 1 ? verdict : words.get(verdict)))
                .collect(Collectors.joining(", "));
    }

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("frames");
        frames.forEach((name, frame) -> {
            json.writeName(name);
            frame.write(json);
        });
        json.writeEndObject();
        json.writeArrayPropertyStart("notes");
        notes.forEach(json::writeString);
        json.writeEndArray();
    }
}
