package tandem.analysis.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was done, in words, from the resolved scenario. */
final class MethodText {
    /** Values that say that something is not there. */
    private static final ImmutableSet<String> ABSENT = ImmutableSet.of("none", "false", "0", "0.0", "[]", "{}");

    /** Says what its parent is. */
    private static final String KIND = "kind";

    private static final ImmutableMap<String, String> SUBJECTS = ImmutableMap.of(
            "data",
            "Data",
            "corruption",
            "Corruption",
            "model",
            "Model",
            "training",
            "Training",
            "stopping",
            "Stopping rules");

    private final ScenarioTree scenario;
    private final ImmutableMap<String, Object> factors;

    private MethodText(ScenarioTree scenario) {
        this.scenario = scenario;
        this.factors = scenario.map("factors");
    }

    /** Subject and sentence, in the order of a scenario; empty without a scenario. */
    static ImmutableMap<String, String> of(ScenarioTree scenario) {
        return new MethodText(scenario).sentences();
    }

    private ImmutableMap<String, String> sentences() {
        var sentences = ImmutableMap.<String, String>builder();
        SUBJECTS.forEach((key, subject) -> {
            String settings = settings(key, scenario.map(key));
            if (!settings.isEmpty()) {
                sentences.put(subject, settings + ".");
            }
        });
        if (!factors.isEmpty()) {
            sentences.put(
                    "Varied",
                    factors.entrySet().stream()
                                    .map(factor -> Plain.words(factor.getKey()) + ": " + levels(factor.getValue()))
                                    .collect(Collectors.joining("; "))
                            + ". Every combination that is not excluded is a cell.");
        }
        String replicates = scenario.text("replicates");
        if (!replicates.isEmpty()) {
            sentences.put(
                    "Repeated",
                    "replicates: " + replicates + ", from master seed " + scenario.text("seed")
                            + ". Equal replicates have equal splits, start weights and batch orders in every cell, as"
                            + " far as shapes agree.");
        }
        return sentences.buildOrThrow();
    }

    private String settings(String path, Map<String, Object> tree) {
        return tree.entrySet().stream()
                .map(entry -> setting(path + "." + entry.getKey(), entry.getKey(), entry.getValue()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(path.contains(".") ? ", " : "; "));
    }

    private String setting(String path, String key, Object value) {
        if (factors.containsKey(path)) {
            return Plain.words(key) + " varied";
        }
        if (ABSENT.contains(value.toString())) {
            return "";
        }
        if (value instanceof Map<?, ?>) {
            var tree = ScenarioTree.map(value);
            String inner = settings(path, tree);
            return inner.isEmpty() ? "" : Plain.words(key) + ": " + inner;
        }
        return (key.equals(KIND) ? "" : Plain.words(key) + " ") + text(value);
    }

    /** In lists, what has a kind is called by it. */
    private static String text(Object value) {
        return value instanceof List<?> list
                ? "[" + list.stream().map(MethodText::item).collect(Collectors.joining(", ")) + "]"
                : Plain.text(value);
    }

    private static String item(Object item) {
        if (!(item instanceof Map<?, ?> map) || !map.containsKey(KIND)) {
            return text(item);
        }
        var settings = new LinkedHashMap<>(ScenarioTree.map(map));
        String kind = Plain.words(String.valueOf(settings.remove(KIND)));
        return settings.isEmpty() ? kind : kind + " (" + Plain.text(settings) + ")";
    }

    /** Lists and the names of variants; of long lists the ends. */
    private static String levels(Object value) {
        if (value instanceof List<?> list && list.size() > 12) {
            return Plain.text(list.getFirst()) + " to " + Plain.text(list.getLast()) + ", " + list.size() + " levels";
        }
        if (value instanceof Map<?, ?> map) {
            var tree = ScenarioTree.map(map);
            return tree.containsKey("from") ? Plain.text(map) : String.join(", ", tree.keySet());
        }
        return Plain.text(value).replaceAll("^\\[(.*)]$", "$1");
    }
}
