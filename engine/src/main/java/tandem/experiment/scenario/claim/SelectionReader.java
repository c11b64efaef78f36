package tandem.experiment.scenario.claim;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.factor.LevelFinder;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;

/** Reads {@code where} and {@code contrast} of a claim. */
final class SelectionReader {
    private static final String CONTRAST = "must name one factor with two levels, such as {help: [none, smoothing]}";

    private final Problems problems;
    private final LevelFinder finder;

    SelectionReader(Problems problems, LevelFinder finder) {
        this.problems = problems;
        this.finder = finder;
    }

    Selection read(Node.Entries claim, KeyPath path) {
        var where = where(claim.find("where"), path.child("where"));
        Node contrast = claim.find("contrast");
        return contrast == null ? where : contrast(contrast, path.child("contrast"), where);
    }

    private Selection where(@Nullable Node node, KeyPath path) {
        var fixed = ImmutableMap.<Integer, Integer>builder();
        boolean complete = node instanceof Node.Entries;
        if (node instanceof Node.Entries entries) {
            for (var entry : entries.entries().entrySet()) {
                KeyPath at = path.child(entry.getKey());
                int factor = finder.factorIndex(entry.getKey(), entry.getValue().keyPlace(), at);
                int level = factor < 0
                        ? -1
                        : finder.levelIndex(factor, entry.getValue().value(), at);
                if (level < 0) {
                    complete = false;
                } else {
                    fixed.put(factor, level);
                }
            }
        } else if (node != null) {
            problems.add(node.place(), path, "must be a mapping from factors to levels, such as {help: none}");
        }
        return new Selection(fixed.buildOrThrow(), Selection.NONE, ImmutableList.of(), complete);
    }

    private Selection contrast(Node node, KeyPath path, Selection where) {
        if (!(node instanceof Node.Entries entries) || entries.entries().size() != 1) {
            problems.add(node.place(), path, CONTRAST);
            return where.incomplete();
        }
        var entry = Iterables.getOnlyElement(entries.entries().entrySet());
        KeyPath at = path.child(entry.getKey());
        int factor = finder.factorIndex(entry.getKey(), entry.getValue().keyPlace(), at);
        if (factor < 0) {
            return where.incomplete();
        }
        if (where.fixed().containsKey(factor)) {
            problems.add(
                    entry.getValue().keyPlace(),
                    at,
                    "is fixed in where; take it out there to compare two levels of it");
            return where.incomplete();
        }
        return levels(entry.getValue().value(), at, factor, where);
    }

    private Selection levels(Node node, KeyPath path, int factor, Selection where) {
        if (!(node instanceof Node.Items items) || items.items().size() != 2) {
            problems.add(node.place(), path, CONTRAST);
            return where.incomplete();
        }
        int from = finder.levelIndex(factor, items.items().get(0), path.item(0));
        int to = finder.levelIndex(factor, items.items().get(1), path.item(1));
        if (from < 0 || to < 0) {
            return where.incomplete();
        }
        if (from == to) {
            problems.add(node.place(), path, "compares a level with itself; name two different ones");
            return where.incomplete();
        }
        return new Selection(where.fixed(), factor, ImmutableList.of(from, to), where.isComplete());
    }
}
