package tandem.experiment.scenario.schema;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.scenario.yaml.Node;

/** Reports keys that a mapping may not have, each with the key that may have been meant. */
final class UnknownKeys {
    private final Problems problems;

    UnknownKeys(Problems problems) {
        this.problems = problems;
    }

    void report(Node.Entries entries, List<Key> keys, KeyPath path) {
        var names = keys.stream().map(Key::name).collect(ImmutableSet.toImmutableSet());
        entries.entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                problems.add(entry.keyPlace(), path.child(name), "unknown key" + suggestion(name, names, path));
            }
        });
    }

    /** Keys that another kind has are told apart from keys that nobody has. */
    void report(Node.Entries entries, Type.Union union, String kind, KeyPath path) {
        var variant = requireNonNull(union.variants().get(kind));
        var names = ImmutableSet.<String>builder()
                .add(Type.Union.KIND)
                .addAll(variant.keys().stream().map(Key::name).iterator())
                .build();
        entries.entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                var owners = owners(union, name);
                String message = owners.isEmpty()
                        ? "unknown key" + suggestion(name, names, path)
                        : "is a key of kind " + String.join(" and ", owners) + ", not of " + kind
                                + "; remove it or change kind";
                problems.add(entry.keyPlace(), path.child(name), message);
            }
        });
    }

    private static ImmutableList<String> owners(Type.Union union, String name) {
        return union.variants().entrySet().stream()
                .filter(variant -> variant.getValue().keys().stream()
                        .anyMatch(key -> key.name().equals(name)))
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    private static String suggestion(String name, ImmutableSet<String> siblings, KeyPath path) {
        String near = Suggestion.of(name, siblings);
        if (!near.isEmpty()) {
            return near;
        }
        Optional<String> elsewhere = Schema.paths().stream()
                .filter(known -> known.endsWith("." + name)
                        && !known.equals(path.child(name).toString()))
                .findFirst();
        return elsewhere
                .map(known -> "; did you mean '" + known + "'?")
                .orElse(
                        siblings.isEmpty()
                                ? "; nothing can stand here"
                                : "; known here: " + String.join(", ", siblings));
    }
}
