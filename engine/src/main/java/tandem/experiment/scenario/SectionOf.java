package tandem.experiment.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.Default;
import tandem.experiment.scenario.schema.Key;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.schema.Type;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;
import tandem.experiment.scenario.yaml.YamlWriter;

/**
 * How one section of the cells is resolved. Its outcomes are kept where the factors that touch it have few combinations of levels. Where they have many, as
 * two long factors have that are crossed, those of its keys are kept, each touched by fewer factors, and the section is put together from them. Safe for
 * threads: those that ask at once may resolve the same twice, to equal outcomes.
 */
final class SectionOf<T> {
    private static final int MOST_SECTIONS = 4096;
    private static final int MOST_PARTS = 1 << 14;

    private final CellTrees trees;
    private final Key key;
    private final Function<Settings, T> reader;
    private final Touching touching;
    private final @Nullable AtomicReferenceArray<Section<T>> known;
    /** One a key, in the order of the schema; empty where the section is not put together from them. */
    private final ImmutableList<PartOf> parts;

    /**
     * A resolved section, typed and as text.
     *
     * @param whole its mapping under its key
     */
    record Section<T>(T settings, String text, Node.Entries whole) {}

    /**
     * What a section has at one of its keys.
     *
     * @param entry null where it has nothing
     */
    private record Part(Node.@Nullable Entry entry, String text) {
        static final Part NONE = new Part(null, "");
    }

    private record PartOf(String name, Touching touching, AtomicReferenceArray<Part> known) {}

    SectionOf(CellTrees trees, String name, Function<Settings, T> reader) {
        this.trees = trees;
        this.key = Schema.CONDITIONS.keys().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        this.reader = reader;
        this.touching = Touching.of(trees.factors(), ImmutableList.of(name));
        boolean few = touching.combinations() <= MOST_SECTIONS;
        this.known = few ? new AtomicReferenceArray<>((int) touching.combinations()) : null;
        this.parts = few ? ImmutableList.of() : parts(trees, key);
    }

    /** Where the section is in every cell, and keys depend on each other by their defaults alone. */
    private static ImmutableList<PartOf> parts(CellTrees trees, Key key) {
        if (!(key.otherwise() instanceof Default.Required) || !(key.type() instanceof Type.Fields fields)) {
            return ImmutableList.of();
        }
        var parts = ImmutableList.<PartOf>builder();
        for (var inner : fields.keys()) {
            var paths = ImmutableList.<String>builder().add(key.name() + "." + inner.name());
            inner.otherwise().dependsOn().ifPresent(sibling -> paths.add(key.name() + "." + sibling));
            var touching = Touching.of(trees.factors(), paths.build());
            if (touching.combinations() > MOST_PARTS) {
                return ImmutableList.of();
            }
            var known = new AtomicReferenceArray<Part>((int) touching.combinations());
            parts.add(new PartOf(inner.name(), touching, known));
        }
        return parts.build();
    }

    /** @throws UnusableInputException with what is wrong in cells with these levels */
    Section<T> in(int[] levelIndices) {
        if (known == null) {
            var composed = composed(levelIndices);
            return composed == null ? resolve(levelIndices) : composed;
        }
        int index = touching.index(levelIndices);
        var found = known.get(index);
        if (found != null) {
            return found;
        }
        var resolved = resolve(levelIndices);
        known.set(index, resolved);
        return resolved;
    }

    /** Null where some key is not known yet. */
    private @Nullable Section<T> composed(int[] levelIndices) {
        var entries = ImmutableMap.<String, Node.Entry>builderWithExpectedSize(parts.size());
        var text = new StringBuilder(512).append(key.name()).append(":\n");
        Place place = null;
        for (var part : parts) {
            var found = part.known.get(part.touching.index(levelIndices));
            if (found == null) {
                return null;
            }
            if (found.entry != null) {
                entries.put(part.name, found.entry);
                text.append(found.text);
                place = place == null ? found.entry.keyPlace() : place;
            }
        }
        return place == null ? null : section(new Node.Entries(entries.buildOrThrow(), place), text.toString());
    }

    private Section<T> resolve(int[] levelIndices) {
        var tree = trees.tree(levelIndices);
        var section = tree.find(key.name());
        if (section == null && key.otherwise() instanceof Default.Absent) {
            var nothing = new Node.Entries(ImmutableMap.of(), tree.place());
            return new Section<>(reader.apply(new Settings(nothing)), "", nothing);
        }
        var problems = new Problems();
        Node checked = new Checker(problems)
                .check(key.type(), requireNonNull(section, key.name()), KeyPath.ROOT.child(key.name()));
        trees.throwIfAny(problems, levelIndices);
        var entries = (Node.Entries) requireNonNull(checked);
        parts.forEach(part -> part.known.set(part.touching.index(levelIndices), part(entries, part.name)));
        return section(entries, YamlWriter.block(under(key.name(), entries)));
    }

    private static Part part(Node.Entries entries, String name) {
        var entry = entries.entries().get(name);
        return entry == null
                ? Part.NONE
                : new Part(entry, YamlWriter.block(new Node.Entries(ImmutableMap.of(name, entry), entries.place()), 1));
    }

    private Section<T> section(Node.Entries entries, String text) {
        return new Section<>(reader.apply(new Settings(entries)), text, under(key.name(), entries));
    }

    private static Node.Entries under(String name, Node.Entries entries) {
        return new Node.Entries(ImmutableMap.of(name, new Node.Entry(entries.place(), entries)), entries.place());
    }
}
