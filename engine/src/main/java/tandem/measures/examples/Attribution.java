package tandem.measures.examples;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import tandem.measures.Outcomes;

/**
 * The change of the mean loss of a split from one state to another, split over its examples.
 *
 * <p>Each example belongs to one term, so the terms sum to {@code L_after - L_before}: within rounding, which the
 * compensated sums keep below 1e-12 max(1, L_before, L_after).
 *
 * @param terms those with an example, ordered by transition, group, class
 * @param lossChange {@code L_after - L_before}, nats
 * @param accuracyChange {@code A_after - A_before}, in [-1, 1]
 */
public record Attribution(ImmutableList<Term> terms, double lossChange, double accuracyChange) {

    /**
     * The part of some examples.
     *
     * @param label their class index
     * @param examples number of them, at least 1
     * @param lossChange {@code sum over them of (loss after - loss before) / n}, nats; n counts the whole split
     */
    public record Term(Transition transition, ExampleGroup group, int label, int examples, double lossChange) {}

    /**
     * The split of the change between two states of one model.
     *
     * @param groups of each example
     * @throws IllegalArgumentException if the states are not of the same examples
     */
    public static Attribution between(Outcomes before, Outcomes after, ImmutableList<ExampleGroup> groups) {
        return between(State.of(before), after, groups);
    }

    static Attribution between(State before, Outcomes after, ImmutableList<ExampleGroup> groups) {
        int n = after.count();
        checkArgument(
                before.losses.length == n && groups.size() == n,
                "states and groups must be of equally many examples: %s, %s, %s",
                before.losses.length,
                n,
                groups.size());
        var parts = new Parts(after.classCount());
        var total = new CompensatedSum();
        int right = 0;
        for (int i = 0; i < n; i++) {
            double change = after.loss(i) - before.losses[i];
            var transition = Transition.between(before.right.get(i), after.isCorrect(i));
            parts.add(transition, groups.get(i), after.label(i), change);
            total.add(change);
            right += after.isCorrect(i) ? 1 : 0;
        }
        double accuracyChange = (double) (right - before.right.cardinality()) / n;
        return new Attribution(parts.terms(n), total.value() / n, accuracyChange);
    }

    /** What is needed of the state at the beginning of an interval. */
    static final class State {
        private final double[] losses;
        private final BitSet right;

        private State(double[] losses, BitSet right) {
            this.losses = losses;
            this.right = right;
        }

        static State of(Outcomes outcomes) {
            double[] losses = new double[outcomes.count()];
            var right = new BitSet(losses.length);
            for (int i = 0; i < losses.length; i++) {
                losses[i] = outcomes.loss(i);
                right.set(i, outcomes.isCorrect(i));
            }
            return new State(losses, right);
        }
    }

    /** The terms in the making; iteration is in the order of the enums. */
    private static final class Parts {
        private final int classCount;
        private final Map<Transition, Map<ExampleGroup, Part[]>> parts = new EnumMap<>(Transition.class);

        Parts(int classCount) {
            this.classCount = classCount;
        }

        void add(Transition transition, ExampleGroup group, int label, double change) {
            parts.computeIfAbsent(transition, _ -> new EnumMap<>(ExampleGroup.class))
                    .computeIfAbsent(group, _ -> parts())[label]
                    .add(change);
        }

        private Part[] parts() {
            Part[] ofClasses = new Part[classCount];
            Arrays.setAll(ofClasses, _ -> new Part());
            return ofClasses;
        }

        ImmutableList<Term> terms(int n) {
            var terms = ImmutableList.<Term>builder();
            parts.forEach((transition, groups) -> groups.forEach((group, ofClasses) -> {
                for (int label = 0; label < classCount; label++) {
                    var part = ofClasses[label];
                    if (part.count > 0) {
                        terms.add(new Term(transition, group, label, part.count, part.sum.value() / n));
                    }
                }
            }));
            return terms.build();
        }
    }

    /** A sum of changes and their number. */
    private static final class Part {
        private final CompensatedSum sum = new CompensatedSum();
        private int count;

        void add(double change) {
            sum.add(change);
            count++;
        }
    }
}
