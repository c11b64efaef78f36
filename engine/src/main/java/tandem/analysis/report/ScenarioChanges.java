package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Objects;

/** In which keys two resolved scenarios differ; name, question and claims, which a page shows by themselves, left out. */
final class ScenarioChanges {
    private static final ImmutableSet<String> SHOWN_ELSEWHERE = ImmutableSet.of("name", "question", "claims");

    /** What stands for a key that a scenario does not have. */
    private static final String ABSENT = "not there";

    private ScenarioChanges() {}

    /**
     * A key with its two values.
     *
     * @param key its path, with dots
     */
    record Change(String key, String before, String after) {}

    static ImmutableList<Change> between(ScenarioTree before, ScenarioTree after) {
        var first = texts(before);
        var second = texts(after);
        return Sets.union(first.keySet(), second.keySet()).stream()
                .filter(key -> !Objects.equals(first.get(key), second.get(key)))
                .map(key -> new Change(key, first.getOrDefault(key, ABSENT), second.getOrDefault(key, ABSENT)))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableMap<String, String> texts(ScenarioTree scenario) {
        var texts = ImmutableMap.<String, String>builder();
        scenario.root().forEach((key, value) -> {
            if (!SHOWN_ELSEWHERE.contains(key)) {
                add(key, value, texts);
            }
        });
        return texts.buildOrThrow();
    }

    private static void add(String path, Object value, ImmutableMap.Builder<String, String> texts) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            ScenarioTree.map(map).forEach((key, one) -> add(path + "." + key, one, texts));
        } else {
            texts.put(path, Plain.text(value));
        }
    }
}
