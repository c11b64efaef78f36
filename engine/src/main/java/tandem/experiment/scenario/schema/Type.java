package tandem.experiment.scenario.schema;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.regex.Pattern;

/** What may stand at a key. */
public sealed interface Type {

    /** Whether values are mappings. */
    default boolean isMapping() {
        return this instanceof Fields || this instanceof Union || this instanceof Forms || this instanceof Table;
    }

    /** Words; any scalar will do, so that a label {@code 1} needs no quotes. */
    record Text(Pattern pattern, String what) implements Type {}

    /** A whole number from {@code min} to {@code max}. */
    record Whole(long min, long max) implements Type {}

    /** A finite number within a range. */
    record Real(Range range) implements Type {}

    /** {@code true} or {@code false}. */
    record Flag() implements Type {}

    /** One of some words. */
    record Choice(ImmutableList<String> choices) implements Type {
        public static Choice of(String... choices) {
            return new Choice(ImmutableList.copyOf(choices));
        }
    }

    /** A list with {@code min} items or more. */
    record Items(Type item, int min) implements Type {}

    /** A mapping from free keys, such as class labels. */
    record Table(Type value) implements Type {}

    /** A mapping with fixed keys. */
    record Fields(ImmutableList<Key> keys) implements Type {
        public static Fields of(Key... keys) {
            return new Fields(ImmutableList.copyOf(keys));
        }
    }

    /** A mapping whose key {@code kind} says which other keys it may have. */
    record Union(String documentation, ImmutableMap<String, Fields> variants) implements Type {
        /** The key that tells the variants apart. */
        public static final String KIND = "kind";
    }

    /** A mapping in one of several forms, told apart by their keys, of which no two forms share one. */
    record Forms(ImmutableList<Fields> forms) implements Type {}

    /** The first of several types that fits; at most one of them is a mapping, and one a list. */
    record Either(ImmutableList<Type> options, String what) implements Type {
        public static Either of(String what, Type... options) {
            return new Either(ImmutableList.copyOf(options), what);
        }

        /** The words among them. */
        ImmutableList<String> words() {
            return options.stream()
                    .filter(Choice.class::isInstance)
                    .flatMap(option -> ((Choice) option).choices().stream())
                    .collect(ImmutableList.toImmutableList());
        }
    }

    /** The factors, which {@code tandem.experiment.scenario.factor} reads. */
    record Factors() implements Type {}

    /** The exclusions, which {@code tandem.experiment.scenario.factor} reads. */
    record Exclusions() implements Type {}

    /** A mapping from factors to levels of theirs, which {@code tandem.experiment.scenario.claim} reads. */
    record Levels() implements Type {}

    /** An interval of numbers; an open end does not belong to it. An infinite end is always open. */
    record Range(double low, boolean lowOpen, double high, boolean highOpen) {
        public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);
        public static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, true);
        public static final Range NOT_NEGATIVE = new Range(0, false, Double.POSITIVE_INFINITY, true);
        /** A probability, or a share that may be none. */
        public static final Range UNIT = new Range(0, false, 1, false);
        /** A share of examples. */
        public static final Range SHARE = new Range(0, true, 1, false);
        /** A factor of decay, as momentum and the betas of Adam are. */
        public static final Range DECAY = new Range(0, false, 1, true);

        public Range {
            checkArgument(low < high, "an interval needs low below high: %s, %s", low, high);
        }

        public boolean contains(double value) {
            return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
        }
    }
}
