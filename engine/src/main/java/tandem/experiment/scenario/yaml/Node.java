package tandem.experiment.scenario.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** A value in a YAML text and its place. What a scalar means is decided by the key it belongs to, so {@code no} is a word. */
public sealed interface Node {

    Place place();

    /**
     * A single value.
     *
     * @param plain written without quotes
     */
    record Scalar(String text, boolean plain, Place place) implements Node {

        /** Nothing after the colon, or YAML's {@code null}. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        public Scalar withText(String newText, boolean newPlain) {
            return newPlain == plain && newText.equals(text) ? this : new Scalar(newText, newPlain, place);
        }
    }

    /** A list. */
    record Items(ImmutableList<Node> items, Place place) implements Node {}

    /** A mapping, in file order. */
    record Entries(ImmutableMap<String, Entry> entries, Place place) implements Node {

        public @Nullable Node find(String key) {
            var entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** This mapping with {@code key} set, at its old position where it has one. */
        public Entries with(String key, Entry entry) {
            var builder = ImmutableMap.<String, Entry>builderWithExpectedSize(entries.size() + 1);
            boolean replaced = false;
            for (var old : entries.entrySet()) {
                boolean same = old.getKey().equals(key);
                builder.put(old.getKey(), same ? entry : old.getValue());
                replaced |= same;
            }
            if (!replaced) {
                builder.put(key, entry);
            }
            return new Entries(builder.buildOrThrow(), place);
        }
    }

    /** A key's value and the place of the key itself. */
    record Entry(Place keyPlace, Node value) {}

    /** Stands where a value is known to be wrong and already reported, so that nobody reports it as missing. */
    record Unusable(Place place) implements Node {}
}
