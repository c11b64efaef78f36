package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
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
            String near = Suggestion.of(name, names);
            problems.add(place, where, "is no factor of this scenario" + (near.isEmpty() ? listed(names) : near));
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
            problems.add(
                    node.place(),
                    where,
                    "matches no cell: " + text + " is no level of " + factor.name() + "; its levels are "
                            + shown(texts));
        }
        return index;
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "; it has none" : "; its factors are " + shown(names);
    }

    private static String shown(List<String> words) {
        return String.join(", ", words.subList(0, Math.min(MOST_LISTED, words.size())))
                + (words.size() > MOST_LISTED ? ", ..." : "");
    }

    private static String text(VariedFactor factor, Node node) {
        boolean path = !Schema.typesAt(factor.name()).isEmpty();
        Node value = path ? new LevelReader(new Problems()).value(factor.name(), node, KeyPath.ROOT) : null;
        return LevelReader.text(value == null ? node : value);
    }
}
