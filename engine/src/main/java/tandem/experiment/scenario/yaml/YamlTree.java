package tandem.experiment.scenario.yaml;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looking up and setting values by dotted path. */
public final class YamlTree {
    private static final Splitter DOTS = Splitter.on('.');
    private static final Pattern ITEM = Pattern.compile("([a-z_]+)\\[([0-9]{1,6})]");

    private YamlTree() {}

    public static ImmutableList<String> segments(String path) {
        return ImmutableList.copyOf(DOTS.split(path));
    }

    /** {@code tree} with {@code value} at the path; mappings on the way are made where missing, and take the place of scalars. */
    public static Node.Entries with(Node.Entries tree, List<String> segments, Node.Entry value) {
        String first = segments.getFirst();
        if (segments.size() == 1) {
            return tree.with(first, value);
        }
        var old = tree.entries().get(first);
        var inner = old != null && old.value() instanceof Node.Entries entries
                ? entries
                : new Node.Entries(ImmutableMap.of(), value.keyPlace());
        Place keyPlace = old == null ? value.keyPlace() : old.keyPlace();
        return tree.with(first, new Node.Entry(keyPlace, with(inner, segments.subList(1, segments.size()), value)));
    }

    public static @Nullable Node find(Node.Entries tree, String path) {
        Node node = tree;
        for (String segment : segments(path)) {
            node = node instanceof Node.Entries entries ? entries.find(segment) : null;
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    /** Place of the value at the path, whose segments may be those of items, {@code layers[2]}; or of the deepest key that leads towards it. */
    public static Place place(Node.Entries tree, String path) {
        Node node = tree;
        Place place = tree.place();
        for (String segment : segments(path)) {
            var item = ITEM.matcher(segment);
            boolean isItem = item.matches();
            var entry = node instanceof Node.Entries entries
                    ? entries.entries().get(isItem ? item.group(1) : segment)
                    : null;
            if (entry == null) {
                return place;
            }
            node = entry.value();
            place = node instanceof Node.Scalar ? node.place() : entry.keyPlace();
            if (isItem) {
                int index = Integer.parseInt(item.group(2));
                if (!(node instanceof Node.Items list) || index >= list.items().size()) {
                    return place;
                }
                node = list.items().get(index);
                place = node.place();
            }
        }
        return place;
    }

    /** Whether one path is the other or leads to it. */
    public static boolean overlap(String a, String b) {
        return a.equals(b) || a.startsWith(b + ".") || b.startsWith(a + ".");
    }
}
