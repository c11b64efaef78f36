package tandem.experiment.scenario;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.factor.LevelReader;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.schema.Type;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;
import tandem.experiment.scenario.yaml.SourceText;
import tandem.experiment.scenario.yaml.YamlReader;
import tandem.experiment.scenario.yaml.YamlTree;

/** Writes command-line overrides into a scenario before it is checked; whatever is wrong in a value is then found where all is checked. */
final class OverrideReader {
    private static final Pattern RANGE = Pattern.compile("[^:\\[\\]{},]+:[^:\\[\\]{},]+:[^:\\[\\]{},]+");
    private static final Splitter COLONS = Splitter.on(':').trimResults();

    private final Problems problems;
    private Node.Entries tree;

    OverrideReader(Node.Entries tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    Node.Entries apply(Overrides overrides) {
        overrides.set().forEach(text -> assignment("--set", text, this::set));
        overrides.factors().forEach(text -> assignment("--factor", text, this::factor));
        overrides.replicates().ifPresent(text -> replicates(Option.of("--replicates", text), text));
        overrides.seed().ifPresent(text -> put(ImmutableList.of("seed"), Option.of("--seed", text), text));
        refuseSetBelowFactors(overrides.set());
        return tree;
    }

    private void assignment(String name, String text, BiConsumer<Option, String[]> action) {
        var option = Option.of(name, text);
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            String example = name.equals("--set") ? "--set training.epochs=100" : "--factor training.epochs=50,100";
            problems.add(option.place(), "", "must be path=value, such as " + example);
            return;
        }
        action.accept(option, new String[] {text.substring(0, equals), text.substring(equals + 1)});
    }

    private void set(Option option, String[] pathAndValue) {
        String path = pathAndValue[0];
        var sections = Schema.SCENARIO.keys().stream().map(key -> key.name()).toList();
        boolean known = !Schema.typesAt(path).isEmpty()
                || sections.contains(path)
                || path.startsWith("replicates.")
                || path.startsWith("record.");
        if (known) {
            put(YamlTree.segments(path), option, pathAndValue[1]);
        } else {
            problems.add(option.place(), path, "unknown path" + near(path));
        }
    }

    private static String near(String path) {
        String near = Suggestion.of(path, Schema.paths());
        return near.isEmpty()
                ? Schema.paths().stream()
                        .filter(known -> known.endsWith("." + path))
                        .findFirst()
                        .map(known -> "; did you mean '" + known + "'?")
                        .orElse("; a path looks like training.epochs")
                : near;
    }

    private void replicates(Option option, String text) {
        boolean detailed = tree.find("replicates") instanceof Node.Entries;
        put(detailed ? ImmutableList.of("replicates", "count") : ImmutableList.of("replicates"), option, text);
    }

    private void put(ImmutableList<String> segments, Option option, String yaml) {
        Node value = value(option, yaml);
        if (value != null) {
            tree = YamlTree.with(tree, segments, new Node.Entry(option.place(), value));
        }
    }

    private @Nullable Node value(Option option, String yaml) {
        try {
            return YamlReader.read(option.source(), yaml);
        } catch (UnusableInputException fault) {
            problems.addAll(fault.problems());
            return null;
        }
    }

    private void factor(Option option, String[] nameAndLevels) {
        String name = nameAndLevels[0];
        String levels = nameAndLevels[1];
        var factors = tree.find("factors") instanceof Node.Entries entries
                ? entries
                : new Node.Entries(ImmutableMap.of(), option.place());
        boolean range = RANGE.matcher(levels).matches();
        boolean written = levels.startsWith("{") && levels.contains("from");
        Node value = range ? range(option, levels) : written ? value(option, levels) : levels(option, name, levels);
        if (value instanceof Node.Items items
                && factors.find(name) instanceof Node.Entries variants
                && Schema.typesAt(name).isEmpty()) {
            value = chosen(option, name, items, variants);
        }
        if (value != null) {
            // A whole entry, since a factor's name may hold dots.
            var with = factors.with(name, new Node.Entry(option.place(), value));
            tree = tree.with("factors", new Node.Entry(option.place(), with));
        }
    }

    private @Nullable Node range(Option option, String levels) {
        var parts = COLONS.splitToList(levels);
        return value(option, "{from: " + parts.get(0) + ", to: " + parts.get(1) + ", step: " + parts.get(2) + "}");
    }

    /** Levels between commas, or in a list of their own; {@code [8, 4]} is one level where the path takes lists. */
    private @Nullable Node levels(Option option, String name, String text) {
        Node value = value(option, "[" + text + "]");
        if (!(value instanceof Node.Items items)
                || items.items().size() != 1
                || !(items.items().getFirst() instanceof Node.Items inner)) {
            return value;
        }
        var types = Schema.typesAt(name);
        boolean mayBeLevels = types.stream().noneMatch(Type.Items.class::isInstance)
                || inner.items().stream().allMatch(Node.Items.class::isInstance);
        boolean level = !types.isEmpty() && new LevelReader(new Problems()).value(name, inner, KeyPath.ROOT) != null;
        return mayBeLevels && !level ? inner : value;
    }

    /** Some of the named levels that the file defines. */
    private @Nullable Node chosen(Option option, String name, Node.Items names, Node.Entries variants) {
        var chosen = ImmutableMap.<String, Node.Entry>builder();
        for (var item : names.items()) {
            String level = item instanceof Node.Scalar scalar ? scalar.text() : "";
            var variant = variants.entries().get(level);
            if (variant == null) {
                String known = String.join(", ", variants.entries().keySet());
                problems.add(option.place(), name, "has no level '" + level + "'; its levels are " + known);
                return null;
            }
            chosen.put(level, variant);
        }
        return new Node.Entries(chosen.buildKeepingLast(), option.place());
    }

    private void refuseSetBelowFactors(ImmutableList<String> sets) {
        if (!(tree.find("factors") instanceof Node.Entries factors)) {
            return;
        }
        for (String set : sets) {
            String path = set.contains("=") ? set.substring(0, set.indexOf('=')) : set;
            factors.entries().keySet().stream()
                    .filter(factor -> YamlTree.overlap(factor, path))
                    .forEach(factor -> problems.add(
                            Option.of("--set", set).place(),
                            path,
                            "the factor " + factor + " sets it; use --factor " + factor + "=..."));
        }
    }

    /** An option as the file that problems name. */
    private record Option(SourceText source) {
        static Option of(String name, String text) {
            return new Option(SourceText.ofOption(name + " " + text));
        }

        Place place() {
            return source.whole();
        }
    }
}
