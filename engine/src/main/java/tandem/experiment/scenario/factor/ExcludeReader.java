package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import org.jspecify.annotations.Nullable;
import tandem.experiment.grid.Exclusion;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;

/** Reads {@code exclude}: a list of mappings from factors to levels. */
public final class ExcludeReader {
    private static final KeyPath EXCLUDE = KeyPath.ROOT.child("exclude");

    private final Problems problems;
    private final LevelFinder finder;

    /** @param broken names of factors that are wrong, hence reported already */
    public ExcludeReader(Problems problems, ImmutableList<VariedFactor> factors, ImmutableSet<String> broken) {
        this.problems = problems;
        this.finder = new LevelFinder(problems, factors, broken);
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
            KeyPath path = where.child(entry.getKey());
            int factor = finder.factorIndex(entry.getKey(), entry.getValue().keyPlace(), path);
            int level =
                    factor < 0 ? -1 : finder.levelIndex(factor, entry.getValue().value(), path);
            if (level < 0) {
                whole = false;
            } else {
                levels.put(factor, level);
            }
        }
        return whole ? new Exclusion(levels.buildOrThrow()) : null;
    }
}
