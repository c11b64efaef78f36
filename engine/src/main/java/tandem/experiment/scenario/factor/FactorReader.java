package tandem.experiment.scenario.factor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlTree;

/** Reads {@code factors}. */
public final class FactorReader {
    private static final KeyPath FACTORS = KeyPath.ROOT.child("factors");
    private static final Pattern VARIANTS_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern RESERVED = Pattern.compile(
            "run|cell|replicate|status|diverged_epoch|epoch|split|loss|accuracy|objective|penalty|measure|(train|validation|test|final|clean)_.*");

    private final Problems problems;
    private final LevelReader levels;
    private final RangeReader ranges;
    private final List<VariedFactor> read = new ArrayList<>();
    private final ImmutableSet.Builder<String> unusablePaths = ImmutableSet.builder();
    private final ImmutableSet.Builder<String> broken = ImmutableSet.builder();

    public FactorReader(Problems problems) {
        this.problems = problems;
        this.levels = new LevelReader(problems);
        this.ranges = new RangeReader(problems);
    }

    /** The factors that can be used; everything else is reported. */
    public Factors read(@Nullable Node node) {
        if (node instanceof Node.Entries entries) {
            entries.entries().forEach(this::factor);
        } else if (node != null) {
            problems.add(
                    node.place(),
                    FACTORS,
                    "must be a mapping from paths to levels, such as {training.epochs: [10, 20]}");
        }
        reportOverlaps();
        return new Factors(ImmutableList.copyOf(read), unusablePaths.build(), broken.build());
    }

    private void factor(String name, Node.Entry entry) {
        KeyPath where = FACTORS.child(name);
        boolean known = !Schema.typesAt(name).isEmpty();
        if (!known && (name.contains(".") || !(entry.value() instanceof Node.Entries))) {
            problems.add(entry.keyPlace(), where, "unknown path" + suggestion(name));
            broken.add(name);
            return;
        }
        var factor = known ? path(name, entry, where) : variants(name, entry, where);
        if (factor != null) {
            read.add(factor);
            return;
        }
        broken.add(name);
        if (known) {
            unusablePaths.add(name);
        }
    }

    private static String suggestion(String name) {
        String near = Suggestion.of(name, Schema.paths());
        if (!near.isEmpty()) {
            return near;
        }
        return Schema.paths().stream()
                .filter(path -> path.endsWith("." + name))
                .findFirst()
                .map(path -> "; did you mean '" + path + "'?")
                .orElse("; a factor is a path such as training.epochs, or a name without a dot with a mapping of named"
                        + " levels");
    }

    private @Nullable VariedFactor path(String path, Node.Entry entry, KeyPath where) {
        Node node = entry.value();
        var nodes = nodes(node, where);
        if (nodes.isEmpty()) {
            return null;
        }
        var good = new ArrayList<LevelReader.Placed>();
        for (int i = 0; i < nodes.size(); i++) {
            var level = levels.level(path, nodes.get(i), where.item(i));
            if (level != null) {
                good.add(new LevelReader.Placed(level, nodes.get(i).place(), where.item(i)));
            }
        }
        var kept = levels.distinct(good);
        return kept.isEmpty()
                ? null
                : new VariedFactor(path, kept, ImmutableSet.of(path), entry.keyPlace(), written(path, node, kept));
    }

    /** The levels as written out; empty when they are wrong (and reported). */
    private ImmutableList<Node> nodes(Node node, KeyPath where) {
        if (node instanceof Node.Entries range) {
            return ranges.levels(range, where);
        }
        if (node instanceof Node.Items items && !items.items().isEmpty()) {
            return items.items();
        }
        String must = "must be a list of levels, such as [1, 2], or a range, such as {from: 0, to: 1, step: 0.1}";
        problems.add(node.place(), where, must);
        return ImmutableList.of();
    }

    private static Node written(String path, Node node, ImmutableList<Level> levels) {
        if (node instanceof Node.Entries range) {
            return range;
        }
        return new Node.Items(
                levels.stream()
                        .map(level -> requireNonNull(level.settings().get(path)).value())
                        .collect(ImmutableList.toImmutableList()),
                node.place());
    }

    private @Nullable VariedFactor variants(String name, Node.Entry entry, KeyPath where) {
        var named = ((Node.Entries) entry.value()).entries();
        if (!VARIANTS_NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
            problems.add(
                    entry.keyPlace(),
                    where,
                    "cannot name a factor, since tables have a column like it; take another word");
            return null;
        }
        if (named.isEmpty()) {
            problems.add(entry.value().place(), where, "has no levels; name at least one, such as {none: {}}");
            return null;
        }
        var good = ImmutableList.<Level>builder();
        named.forEach((level, settings) -> {
            var read = variant(level, settings, where.child(level));
            if (read != null) {
                good.add(read);
            }
        });
        var kept = good.build();
        var paths = kept.stream()
                .flatMap(level -> level.settings().keySet().stream())
                .collect(ImmutableSet.toImmutableSet());
        return kept.isEmpty()
                ? null
                : new VariedFactor(name, kept, paths, entry.keyPlace(), writtenVariants(entry, kept));
    }

    private static Node writtenVariants(Node.Entry entry, ImmutableList<Level> levels) {
        var place = entry.keyPlace();
        var named = ImmutableMap.<String, Node.Entry>builder();
        levels.forEach(level ->
                named.put(level.text(), new Node.Entry(place, new Node.Entries(level.settings(), place))));
        return new Node.Entries(named.buildOrThrow(), place);
    }

    private @Nullable Level variant(String level, Node.Entry entry, KeyPath where) {
        if (!(entry.value() instanceof Node.Entries settings) || level.isEmpty()) {
            problems.add(
                    entry.value().place(),
                    where,
                    "must be a mapping from paths to values, such as {training.epochs: 10}");
            return null;
        }
        var values = ImmutableMap.<String, Node.Entry>builder();
        settings.entries().forEach((path, value) -> {
            if (Schema.typesAt(path).isEmpty()) {
                problems.add(value.keyPlace(), where.child(path), "unknown path" + suggestion(path));
                unusablePaths.add(path);
                return;
            }
            Node checked = levels.value(path, value.value(), where.child(path));
            if (checked == null) {
                unusablePaths.add(path);
            } else {
                values.put(path, new Node.Entry(value.keyPlace(), checked));
            }
        });
        reportOverlapsWithin(settings, where);
        return new Level(level, values.buildOrThrow());
    }

    private void reportOverlapsWithin(Node.Entries settings, KeyPath where) {
        var paths = settings.entries().keySet().asList();
        for (int i = 0; i < paths.size(); i++) {
            for (String earlier : paths.subList(0, i)) {
                if (YamlTree.overlap(paths.get(i), earlier)) {
                    var place =
                            requireNonNull(settings.entries().get(paths.get(i))).keyPlace();
                    problems.add(
                            place, where.child(paths.get(i)), "overlaps with " + earlier + "; set each value once");
                }
            }
        }
    }

    private void reportOverlaps() {
        for (int i = 0; i < read.size(); i++) {
            for (var earlier : read.subList(0, i)) {
                reportOverlap(read.get(i), earlier);
            }
        }
    }

    private void reportOverlap(VariedFactor factor, VariedFactor earlier) {
        for (String path : factor.paths()) {
            for (String other : earlier.paths()) {
                if (YamlTree.overlap(path, other)) {
                    String both = path.equals(other) ? path : path + ", which overlaps with " + other;
                    String message =
                            "sets " + both + ", as the factor " + earlier.name() + " does; let one factor set it";
                    problems.add(factor.place(), FACTORS.child(factor.name()), message);
                }
            }
        }
    }

    /**
     * What could be read.
     *
     * @param unusablePaths paths that some broken level would have set, so that nobody misses them
     * @param broken names of the factors that cannot be used
     */
    public record Factors(
            ImmutableList<VariedFactor> usable, ImmutableSet<String> unusablePaths, ImmutableSet<String> broken) {}
}
