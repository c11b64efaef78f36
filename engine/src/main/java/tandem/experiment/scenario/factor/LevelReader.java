package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.schema.Type;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;
import tandem.experiment.scenario.yaml.YamlWriter;

/** Checks a value that is set from outside its place, by a factor or an exclusion, against all that may stand at its path. */
public final class LevelReader {
    private final Problems problems;

    public LevelReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The value as cells shall hold it: in canonical form, but a mapping as written, since defaults inside it are no part of the level's name.
     * Null when it was wrong (and reported under {@code where}).
     */
    public @Nullable Node value(String path, Node node, KeyPath where) {
        ImmutableSet<Type> types = Schema.typesAt(path);
        var first = new Problems();
        for (var type : types) {
            var tried = new Problems();
            Node checked = new Checker(tried).check(type, node, where);
            if (checked != null && tried.isEmpty()) {
                return node instanceof Node.Entries ? node : checked;
            }
            if (first.isEmpty()) {
                first = tried;
            }
        }
        problems.addAll(first.inFileOrder());
        return null;
    }

    /** A level that sets one path; null when it was wrong (and reported). */
    @Nullable
    Level level(String path, Node node, KeyPath where) {
        Node value = value(path, node, where);
        return value == null
                ? null
                : new Level(text(value), ImmutableMap.of(path, new Node.Entry(node.place(), value)));
    }

    static String text(Node value) {
        return value instanceof Node.Scalar scalar ? scalar.text() : YamlWriter.flow(value);
    }

    /** Reports levels that have the same text and keeps the first of each. */
    ImmutableList<Level> distinct(List<Placed> levels) {
        var seen = new LinkedHashSet<String>();
        var kept = ImmutableList.<Level>builder();
        for (var level : levels) {
            String text = level.level().text();
            if (seen.add(text)) {
                kept.add(level.level());
            } else {
                problems.add(level.place(), level.where(), "the level " + text + " stands twice; keep one");
            }
        }
        return kept.build();
    }

    /** A level and where it was written. */
    record Placed(Level level, Place place, KeyPath where) {}
}
