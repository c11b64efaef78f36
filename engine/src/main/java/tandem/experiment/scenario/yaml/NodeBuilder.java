package tandem.experiment.scenario.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;

/** Builds nodes from parser events on a stack of its own, so that depth costs no Java stack and limits apply before memory is spent. */
final class NodeBuilder {
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 100;
    private static final int MOST_VALUES = 1_000_000;

    private final SourceText source;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new LinkedHashMap<>();
    private final List<Problem> duplicates = new ArrayList<>();
    private @Nullable Node root;
    private int aliases;
    private int documents;

    NodeBuilder(SourceText source) {
        this.source = source;
    }

    void accept(Event event) {
        Place place = event.getStartMark()
                .map(mark -> source.at(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(source.whole());
        switch (event.getEventId()) {
            case DocumentStart -> startDocument(place);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event, place);
            case MappingEnd, SequenceEnd -> close();
            case Scalar -> scalar((ScalarEvent) event, place);
            case Alias -> alias((AliasEvent) event, place);
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    Node root() {
        if (!duplicates.isEmpty()) {
            throw new UnusableInputException(ImmutableList.copyOf(duplicates));
        }
        if (root == null) {
            throw fault(source.whole(), "is empty; a scenario starts with 'name:'");
        }
        return root;
    }

    private void startDocument(Place place) {
        if (++documents > 1) {
            throw fault(place, "a second document starts here; a file holds one scenario");
        }
    }

    private void open(CollectionStartEvent event, Place place) {
        refuseTag(event.getTag(), place);
        if (frames.size() >= DEEPEST) {
            throw fault(place, "is nested more than " + DEEPEST + " levels deep; a scenario needs less than ten");
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        frames.push(new Frame(mapping, event.getAnchor(), place));
    }

    private void close() {
        var frame = frames.pop();
        add(new Sized(frame.node(), frame.size), frame.anchor);
    }

    private void scalar(ScalarEvent event, Place place) {
        refuseTag(event.getTag(), place);
        refuseHalfCharacters(event.getValue(), place);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        add(new Sized(new Node.Scalar(event.getValue(), plain, place), 1), event.getAnchor());
    }

    private void alias(AliasEvent event, Place place) {
        if (++aliases > MOST_ALIASES) {
            throw fault(place, "more than " + MOST_ALIASES + " aliases; write the values out");
        }
        var target = anchors.get(event.getAlias().getValue());
        if (target == null) {
            throw fault(place, "the alias *" + event.getAlias().getValue() + " has no anchor above it");
        }
        add(target, Optional.empty());
    }

    private void add(Sized value, Optional<Anchor> anchor) {
        anchor.ifPresent(a -> anchors.put(a.getValue(), value));
        var frame = frames.peek();
        if (frame == null) {
            root = value.node();
            return;
        }
        frame.size += value.size();
        if (frame.size > MOST_VALUES) {
            throw fault(frame.place, "more than a million values once aliases are written out; write less");
        }
        if (!frame.mapping) {
            frame.items.add(value.node());
        } else if (frame.key == null) {
            frame.key = key(value.node());
        } else {
            put(frame, frame.key, value.node());
            frame.key = null;
        }
    }

    private void put(Frame frame, Node.Scalar key, Node value) {
        var earlier = frame.entries.putIfAbsent(key.text(), new Node.Entry(key.place(), value));
        if (earlier != null) {
            String first = earlier.keyPlace().line() > 0
                    ? " (first in line " + earlier.keyPlace().line() + ")"
                    : "";
            duplicates.add(key.place().problem(key.text(), "duplicate key" + first + "; keep one"));
        }
    }

    private Node.Scalar key(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar;
        }
        throw fault(node.place(), "a key must be a word, not a list or mapping");
    }

    private void refuseTag(Optional<String> tag, Place place) {
        if (tag.isPresent()) {
            throw fault(place, "tags such as !text are not used in scenarios; remove it");
        }
    }

    /** An escape can name one half of a surrogate pair, which is no character and cannot be written to any file. */
    private static void refuseHalfCharacters(String text, Place place) {
        text.codePoints()
                .filter(point -> Character.getType(point) == Character.SURROGATE)
                .findFirst()
                .ifPresent(point -> {
                    throw fault(
                            place,
                            String.format(
                                    Locale.ROOT,
                                    "the escape \\u%04X is half of a surrogate pair; write both halves, or the"
                                            + " character itself",
                                    point));
                });
    }

    private static UnusableInputException fault(Place place, String message) {
        return new UnusableInputException(place.problem("", message));
    }

    /** A node and the number of values in it, aliases written out. */
    private record Sized(Node node, int size) {}

    /** A list or mapping that is still open. */
    private static final class Frame {
        final boolean mapping;
        final Optional<Anchor> anchor;
        final Place place;
        final List<Node> items = new ArrayList<>();
        final Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Node.@Nullable Scalar key;
        int size = 1;

        Frame(boolean mapping, Optional<Anchor> anchor, Place place) {
            this.mapping = mapping;
            this.anchor = anchor;
            this.place = place;
        }

        Node node() {
            return mapping
                    ? new Node.Entries(ImmutableMap.copyOf(entries), place)
                    : new Node.Items(ImmutableList.copyOf(items), place);
        }
    }
}
