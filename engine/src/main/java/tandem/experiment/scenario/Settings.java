package tandem.experiment.scenario;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.schema.Numbers;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlTree;

/** Reads values out of a resolved mapping; a missing key is a mistake of the program where it is asked for without {@code find}. */
record Settings(Node.Entries entries) {

    @Nullable
    Node find(String path) {
        return YamlTree.find(entries, path);
    }

    boolean has(String path) {
        return find(path) != null;
    }

    /** The scalar at a path; empty where there is none. */
    String word(String path) {
        return find(path) instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    OptionalDouble number(String path) {
        return find(path) instanceof Node.Scalar scalar ? Numbers.real(scalar) : OptionalDouble.empty();
    }

    OptionalLong count(String path) {
        return find(path) instanceof Node.Scalar scalar ? Numbers.whole(scalar) : OptionalLong.empty();
    }

    String text(String key) {
        checkArgument(entries.find(key) instanceof Node.Scalar, "no text at %s", key);
        return word(key);
    }

    double real(String key) {
        return Double.parseDouble(text(key));
    }

    int whole(String key) {
        return Integer.parseInt(text(key));
    }

    boolean flag(String key) {
        return text(key).equals("true");
    }

    Settings section(String key) {
        if (find(key) instanceof Node.Entries section) {
            return new Settings(section);
        }
        throw new IllegalArgumentException("no section at " + key);
    }

    /** All entries but one. */
    Settings without(String key) {
        var others = Maps.filterKeys(entries.entries(), name -> !name.equals(key));
        return new Settings(new Node.Entries(ImmutableMap.copyOf(others), entries.place()));
    }

    /** A word as the enum constant of the same name. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
    }
}
