package tandem.experiment.scenario.schema;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlTree;

/**
 * Checks values against types, reports everything wrong, and gives back the resolved value: defaults filled in, keys in the order of the
 * schema, scalars in canonical form. A value that is wrong is reported and left out.
 */
public final class Checker {
    private final Problems problems;
    private final ScalarChecker scalars;
    private final UnknownKeys unknown;
    private final ImmutableSet<String> open;

    /** Every value must be complete. */
    public Checker(Problems problems) {
        this(problems, ImmutableSet.of());
    }

    private Checker(Problems problems, ImmutableSet<String> open) {
        this.problems = problems;
        this.scalars = new ScalarChecker(problems);
        this.unknown = new UnknownKeys(problems);
        this.open = open;
    }

    /**
     * A checker for a scenario whose cells set the paths {@code open}: a default that they may change is not filled in, a required key that
     * they may supply is not missed.
     */
    public static Checker leavingOpen(Problems problems, ImmutableSet<String> open) {
        return new Checker(problems, open);
    }

    /** The resolved value, or null when it was wrong (and reported). */
    public @Nullable Node check(Type type, Node node, KeyPath path) {
        if (node instanceof Node.Unusable) {
            return null;
        }
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            problems.add(node.place(), path, "has no value; write one, or remove the key");
            return null;
        }
        return switch (type) {
            case Type.Text text -> scalars.text(text, node, path);
            case Type.Whole whole -> scalars.whole(whole, node, path);
            case Type.Real real -> scalars.real(real, node, path);
            case Type.Flag _ -> scalars.flag(node, path);
            case Type.Choice choice -> scalars.choice(choice, node, path);
            case Type.Items items -> items(items, node, path);
            case Type.Table table -> table(table, node, path);
            case Type.Fields fields -> fields(fields, node, path);
            case Type.Union union -> union(union, node, path);
            case Type.Forms forms -> forms(forms, node, path);
            case Type.Either either -> either(either, node, path);
            case Type.Factors _, Type.Exclusions _, Type.Levels _ -> node;
        };
    }

    private @Nullable Node items(Type.Items type, Node node, KeyPath path) {
        if (!(node instanceof Node.Items list)) {
            return reject(node, path, "must be a list, such as [8, 4]");
        }
        if (list.items().size() < type.min()) {
            return reject(
                    node,
                    path,
                    type.min() == 1 ? "must not be empty" : "must have at least " + type.min() + " entries");
        }
        var resolved = ImmutableList.<Node>builder();
        boolean whole = true;
        for (int i = 0; i < list.items().size(); i++) {
            Node item = check(type.item(), list.items().get(i), path.item(i));
            if (item == null) {
                whole = false;
            } else {
                resolved.add(item);
            }
        }
        return whole ? new Node.Items(resolved.build(), node.place()) : null;
    }

    private @Nullable Node table(Type.Table type, Node node, KeyPath path) {
        if (!(node instanceof Node.Entries entries) || entries.entries().isEmpty()) {
            return reject(node, path, "must be a mapping with an entry for each label");
        }
        var resolved = ImmutableMap.<String, Node.Entry>builder();
        boolean whole = true;
        for (var entry : entries.entries().entrySet()) {
            Node value = check(type.value(), entry.getValue().value(), path.child(entry.getKey()));
            if (value == null) {
                whole = false;
            } else {
                resolved.put(entry.getKey(), new Node.Entry(entry.getValue().keyPlace(), value));
            }
        }
        return whole ? new Node.Entries(resolved.buildOrThrow(), node.place()) : null;
    }

    private @Nullable Node fields(Type.Fields type, Node node, KeyPath path) {
        if (!(node instanceof Node.Entries entries)) {
            return reject(node, path, "must be a mapping with the keys " + names(type.keys()));
        }
        unknown.report(entries, type.keys(), path);
        return resolve(type.keys(), entries, path, ImmutableMap.builder());
    }

    private Node resolve(
            List<Key> keys, Node.Entries entries, KeyPath path, ImmutableMap.Builder<String, Node.Entry> resolved) {
        for (var key : keys) {
            var entry = entries.entries().get(key.name());
            if (entry != null) {
                Node value = check(key.type(), entry.value(), path.child(key.name()));
                if (value != null) {
                    resolved.put(key.name(), new Node.Entry(entry.keyPlace(), value));
                }
            } else if (open.isEmpty() || !isOpen(path.child(key.name()).toString())) {
                fill(key, entries, path, resolved);
            }
        }
        return new Node.Entries(resolved.buildOrThrow(), entries.place());
    }

    private boolean isOpen(String path) {
        return open.stream().anyMatch(set -> YamlTree.overlap(set, path));
    }

    private void fill(Key key, Node.Entries entries, KeyPath path, ImmutableMap.Builder<String, Node.Entry> resolved) {
        Node value = otherwise(key, entries, path, resolved);
        if (value != null) {
            Node checked = check(key.type(), value, path.child(key.name()));
            if (checked != null) {
                resolved.put(key.name(), new Node.Entry(entries.place(), checked));
            }
        }
    }

    private @Nullable Node otherwise(
            Key key, Node.Entries entries, KeyPath path, ImmutableMap.Builder<String, Node.Entry> resolved) {
        return switch (key.otherwise()) {
            case Default.Absent() -> null;
            case Default.Fixed(Node value) -> value;
            case Default.Required() -> missing(key, entries, path);
            case Default.Unless(String sibling, Node value) ->
                entries.find(sibling) != null || isOpen(path.child(sibling).toString()) ? null : value;
            case Default.ByChoice byChoice -> byChoice(key, byChoice, entries, path, resolved);
        };
    }

    private @Nullable Node byChoice(
            Key key,
            Default.ByChoice choice,
            Node.Entries entries,
            KeyPath path,
            ImmutableMap.Builder<String, Node.Entry> resolved) {
        if (isOpen(path.child(choice.sibling()).toString())) {
            return null;
        }
        var sofar = new Node.Entries(resolved.buildOrThrow(), entries.place());
        if (!(YamlTree.find(sofar, choice.sibling()) instanceof Node.Scalar scalar)) {
            return null;
        }
        Node value = choice.cases().get(scalar.text());
        if (value != null) {
            return value;
        }
        return choice.otherwise().isPresent() ? choice.otherwise().get() : missing(key, entries, path);
    }

    private @Nullable Node missing(Key key, Node.Entries entries, KeyPath path) {
        problems.add(
                entries.place(),
                path.child(key.name()),
                "is missing; write it (" + lowerFirst(key.documentation()) + ")");
        return null;
    }

    private @Nullable Node union(Type.Union type, Node node, KeyPath path) {
        if (!(node instanceof Node.Entries entries)) {
            return reject(
                    node,
                    path,
                    "must be a mapping such as {kind: "
                            + type.variants().keySet().asList().getFirst() + "}");
        }
        var kind = entries.entries().get(Type.Union.KIND);
        if (!open.isEmpty()
                && (kind == null || isOpen(path.child(Type.Union.KIND).toString()))) {
            return node;
        }
        String choices = String.join(", ", type.variants().keySet());
        if (kind == null) {
            return reject(node, path.child(Type.Union.KIND), "is missing; write one of " + choices);
        }
        var choice = new Type.Choice(type.variants().keySet().asList());
        Node checked = check(choice, kind.value(), path.child(Type.Union.KIND));
        if (!(checked instanceof Node.Scalar scalar)) {
            checkWithoutKind(type, entries, path);
            return null;
        }
        var variant = requireNonNull(type.variants().get(scalar.text()));
        unknown.report(entries, type, scalar.text(), path);
        var resolved = ImmutableMap.<String, Node.Entry>builder()
                .put(Type.Union.KIND, new Node.Entry(kind.keyPlace(), checked));
        return resolve(variant.keys(), entries, path, resolved);
    }

    /** Where the kind is wrong, keys are still held against what any kind allows, so that all problems come at once. */
    private void checkWithoutKind(Type.Union type, Node.Entries entries, KeyPath path) {
        var keys = new LinkedHashMap<String, Key>();
        type.variants().values().forEach(variant -> variant.keys().forEach(key -> keys.putIfAbsent(key.name(), key)));
        keys.values().forEach(key -> {
            Node value = entries.find(key.name());
            if (value != null) {
                check(key.type(), value, path.child(key.name()));
            }
        });
    }

    private @Nullable Node forms(Type.Forms type, Node node, KeyPath path) {
        String must = "must be a mapping with the keys "
                + String.join(
                        ", or ",
                        type.forms().stream().map(form -> names(form.keys())).toList());
        if (!(node instanceof Node.Entries entries)) {
            return reject(node, path, must);
        }
        unknown.report(
                entries,
                type.forms().stream().flatMap(form -> form.keys().stream()).toList(),
                path);
        var used = type.forms().stream()
                .filter(form -> form.keys().stream().anyMatch(key -> entries.find(key.name()) != null))
                .toList();
        if (used.isEmpty()) {
            return open.isEmpty() ? reject(node, path, must) : node;
        }
        if (used.size() > 1) {
            return reject(
                    node,
                    path,
                    names(used.get(0).keys()) + " cannot stand beside "
                            + names(used.get(1).keys()) + "; keep one form");
        }
        return resolve(used.getFirst().keys(), entries, path, ImmutableMap.builder());
    }

    private @Nullable Node either(Type.Either type, Node node, KeyPath path) {
        for (var option : type.options()) {
            if (node instanceof Node.Entries ? option.isMapping() : isList(option, node)) {
                return check(option, node, path);
            }
        }
        for (var option : type.options()) {
            var quiet = new Checker(new Problems(), open);
            Node resolved = node instanceof Node.Scalar ? quiet.check(option, node, path) : null;
            if (resolved != null) {
                return resolved;
            }
        }
        String shown = node instanceof Node.Scalar scalar
                ? ": " + scalar.text() + Suggestion.of(scalar.text(), type.words())
                : "";
        return reject(node, path, "must be " + type.what() + shown);
    }

    private static boolean isList(Type option, Node node) {
        return option instanceof Type.Items && node instanceof Node.Items;
    }

    private @Nullable Node reject(Node node, KeyPath path, String message) {
        problems.add(node.place(), path, message);
        return null;
    }

    private static String names(List<Key> keys) {
        return String.join(" and ", keys.stream().map(Key::name).toList());
    }

    private static String lowerFirst(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + CharMatcher.is('.').trimTrailingFrom(sentence.substring(1));
    }
}
