package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlReader;
import tandem.experiment.scenario.yaml.YamlWriter;

/** How two resolved scenarios differ, key by key. */
final class ScenarioDifferences {
    /** Beginnings of keys that change no run. */
    private static final ImmutableList<String> HARMLESS = ImmutableList.of("name", "question", "record.", "stopping.");

    private ScenarioDifferences() {}

    /** One clause a key that decides runs and has not the same value in both, such as {@code training.epochs is 6 and was 4}. */
    static ImmutableList<String> between(String before, String now) {
        var old = values(before);
        var current = values(now);
        var clauses = ImmutableList.<String>builder();
        for (String key : Sets.union(old.keySet(), current.keySet()).stream()
                .sorted(Comparator.comparing(ScenarioDifferences::mayGrow).thenComparing(Comparator.naturalOrder()))
                .toList()) {
            String was = old.get(key);
            String is = current.get(key);
            if (is == null) {
                clauses.add(key + " was " + was + " and is absent");
            } else if (was == null) {
                clauses.add(key + " is " + is + " and was absent");
            } else if (!was.equals(is)) {
                clauses.add(key + " is " + is + " and was " + was);
            }
        }
        return clauses.build();
    }

    /** Levels and replicates may be added, so that other keys rather say why runs do not fit: those come first. */
    private static boolean mayGrow(String key) {
        return key.startsWith("factors.") || key.equals("replicates");
    }

    private static Map<String, String> values(String yaml) {
        var values = new TreeMap<String, String>();
        if (YamlReader.read("scenario.yaml", yaml.getBytes(StandardCharsets.UTF_8)) instanceof Node.Entries entries) {
            add("", entries, values);
        }
        values.keySet().removeIf(key -> HARMLESS.stream().anyMatch(key::startsWith));
        return values;
    }

    private static void add(String prefix, Node.Entries entries, Map<String, String> values) {
        entries.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Node.Entries inner && !inner.entries().isEmpty()) {
                add(prefix + key + ".", inner, values);
            } else {
                values.put(prefix + key, YamlWriter.flow(entry.value()));
            }
        });
    }
}
