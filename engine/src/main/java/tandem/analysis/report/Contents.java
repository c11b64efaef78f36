package tandem.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What was gathered for the charts of one study, and the sentences on what was left out or thinned. */
final class Contents {
    private final Map<String, Frame> frames = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds a frame unless it is empty. */
    void add(String name, Frame frame) {
        if (frame.rows() > 0) {
            frames.put(name, frame);
        }
    }

    /** How many rows have that text; 0 without such a frame. */
    int count(String name, String column, String text) {
        Frame frame = frames.get(name);
        return frame == null ? 0 : frame.count(column, text);
    }

    void note(String sentence) {
        notes.add(sentence);
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
