package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import org.jspecify.annotations.Nullable;
import tandem.experiment.grid.Exclusion;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;

/** Reads {@code exclude}: a list of mappings from factors to levels. */
public final class ExcludeReader {
    private static final KeyPath EXCLUDE = KeyPath.ROOT.child("exclude");
    private static final int MOST_LISTED = 10;

    private final Problems problems;
    private final ImmutableList<VariedFactor> factors;
    private final ImmutableSet<String> broken;

    /** @param broken names of factors that are wrong, hence reported already */
    public ExcludeReader(Problems problems, ImmutableList<VariedFactor> factors, ImmutableSet<String> broken) {
        this.problems = problems;
        this.factors = factors;
        this.broken = broken;
    }

    public ImmutableList<Exclusion> read(@Nullable Node node) {
        var exclusions = ImmutableList.<Exclusion>builder();
        if (node instanceof Node.Items list) {
            for (int i = 0; i < list.items().size(); i++) {
                var exclusion = exclusion(list.items().get(i), EXCLUDE.item(i));
                if (exclusion != null) {
                    exclusions.add(exclusion);
                }
            }
        } else if (node != null) {
            problems.add(
                    node.place(), EXCLUDE, "must be a list of mappings from factors to levels, such as [{help: none}]");
        }
        return exclusions.build();
    }

    private @Nullable Exclusion exclusion(Node node, KeyPath where) {
        if (!(node instanceof Node.Entries entries) || entries.entries().isEmpty()) {
            problems.add(node.place(), where, "must name the level of at least one factor, such as {help: none}");
            return null;
        }
        var levels = ImmutableSortedMap.<Integer, Integer>naturalOrder();
        boolean whole = true;
        for (var entry : entries.entries().entrySet()) {
            int factor = factorIndex(entry.getKey(), entry.getValue(), where);
            int level = factor < 0
                    ? -1
                    : levelIndex(factors.get(factor), entry.getValue().value(), where.child(entry.getKey()));
            if (level < 0) {
                whole = false;
            } else {
                levels.put(factor, level);
            }
        }
        return whole ? new Exclusion(levels.buildOrThrow()) : null;
    }

    private int factorIndex(String name, Node.Entry entry, KeyPath where) {
        var names = factors.stream().map(VariedFactor::name).toList();
        int index = names.indexOf(name);
        if (index < 0 && !broken.contains(name)) {
            problems.add(
                    entry.keyPlace(), where.child(name), "is no factor of this scenario" + Suggestion.of(name, names));
        }
        return index;
    }

    private int levelIndex(VariedFactor factor, Node node, KeyPath where) {
        String text = text(factor, node);
        var texts = factor.levels().stream().map(Level::text).toList();
        int index = texts.indexOf(text);
        if (index < 0) {
            String shown = String.join(", ", texts.subList(0, Math.min(MOST_LISTED, texts.size())))
                    + (texts.size() > MOST_LISTED ? ", ..." : "");
            problems.add(
                    node.place(),
                    where,
                    "matches no cell: " + text + " is no level of " + factor.name() + "; its levels are " + shown);
        }
        return index;
    }

    private static String text(VariedFactor factor, Node node) {
        boolean path = !Schema.typesAt(factor.name()).isEmpty();
        Node value = path ? new LevelReader(new Problems()).value(factor.name(), node, KeyPath.ROOT) : null;
        return LevelReader.text(value == null ? node : value);
    }
}
