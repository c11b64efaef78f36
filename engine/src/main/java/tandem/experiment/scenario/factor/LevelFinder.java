package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;

/** Finds the factors and levels that another part of the scenario names, and reports those that do not exist. */
public final class LevelFinder {
    private static final int MOST_LISTED = 10;

    private final Problems problems;
    private final ImmutableList<VariedFactor> factors;
    private final ImmutableSet<String> broken;

    /** @param broken names of factors that are wrong, hence reported already */
    public LevelFinder(Problems problems, ImmutableList<VariedFactor> factors, ImmutableSet<String> broken) {
        this.problems = problems;
        this.factors = factors;
        this.broken = broken;
    }

    /** Position of a factor; -1 where there is none (and that is reported). */
    public int factorIndex(String name, Place place, KeyPath where) {
        var names = factors.stream().map(VariedFactor::name).toList();
        int index = names.indexOf(name);
        if (index < 0 && !broken.contains(name)) {
            problems.add(place, where, "is no factor of this scenario" + Suggestion.of(name, names));
        }
        return index;
    }

    /** Position of a level of a factor; -1 where there is none (and that is reported). */
    public int levelIndex(int factorIndex, Node node, KeyPath where) {
        var factor = factors.get(factorIndex);
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
