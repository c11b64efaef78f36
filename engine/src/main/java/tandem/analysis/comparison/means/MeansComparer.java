package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tandem.measures.Direction;

/**
 * Compares means of several pairs of sides together. Of m comparisons with values on both sides, each has an interval at
 * level {@code 1 - (1 - confidence) / m}, so that all hold at once with at least that confidence (Bonferroni), as for
 * claims.
 */
public final class MeansComparer {
    private static final int MOST_LEVELS = 6;

    private final MeansOptions options;
    private final ImmutableList<String> factors;
    private final List<Pending> pending = new ArrayList<>();
    private final ImmutableSet.Builder<String> notes = ImmutableSet.builder();
    private final Map<String, Pairing> pairings = new LinkedHashMap<>();
    private ImmutableMap<String, Direction> directions = ImmutableMap.of();

    private record Pending(
            String measure,
            ImmutableList<String> levels,
            String first,
            String second,
            Optional<Values> a,
            Optional<Values> b,
            boolean paired,
            String lack) {

        boolean counts() {
            return a.isPresent() && b.isPresent();
        }
    }

    /** @param factors whose levels groups are named by */
    public MeansComparer(MeansOptions options, ImmutableList<String> factors) {
        this.options = options;
        this.factors = factors;
    }

    /** Directions that the files themselves tell. */
    public void know(ImmutableMap<String, Direction> known) {
        this.directions = known;
    }

    /** Adds every measure in every cell of two sides. */
    public void add(Side first, Side second, ImmutableList<String> measures, Pairing pairing) {
        pairings.put(second.label() + " against " + first.label(), pairing);
        noteHidden(first, second);
        notes.addAll(first.notes()).addAll(second.notes());
        for (String measure : measures) {
            for (var levels :
                    Sets.union(first.groups().keySet(), second.groups().keySet())) {
                var a = values(first, levels, measure);
                var b = values(second, levels, measure);
                if (a.isPresent() || b.isPresent()) {
                    String lack = a.isEmpty() ? lack(first, levels) : b.isEmpty() ? lack(second, levels) : "";
                    pending.add(
                            new Pending(measure, levels, first.label(), second.label(), a, b, pairing.paired(), lack));
                }
            }
        }
    }

    private static String lack(Side side, ImmutableList<String> levels) {
        return (side.groups().containsKey(levels) ? "no such measure is in " : Comparison.NO_CELL) + side.label();
    }

    /** What varies inside a mean can be the reason for a difference. */
    private void noteHidden(Side first, Side second) {
        for (String factor : Sets.union(first.hidden().keySet(), second.hidden().keySet())) {
            var a = first.hidden().getOrDefault(factor, ImmutableList.of());
            var b = second.hidden().getOrDefault(factor, ImmutableList.of());
            if (ImmutableSet.copyOf(a).equals(ImmutableSet.copyOf(b))) {
                notes.add("Both sides are averaged over " + factor + " (" + some(a) + ").");
            } else {
                note(first, factor, a);
                note(second, factor, b);
                notes.add("So " + factor + " may be why they differ: choose its level with --filter.");
            }
        }
    }

    private void note(Side side, String factor, ImmutableList<String> levels) {
        if (!levels.isEmpty()) {
            notes.add(side.label() + " is averaged over " + factor + " (" + some(levels) + ").");
        }
    }

    private static String some(ImmutableList<String> levels) {
        return String.join(", ", levels.subList(0, Math.min(MOST_LEVELS, levels.size())))
                + (levels.size() > MOST_LEVELS ? ", ..." : "");
    }

    private static Optional<Values> values(Side side, ImmutableList<String> levels, String measure) {
        var group = side.groups().get(levels);
        return group == null ? Optional.empty() : Optional.ofNullable(group.get(measure));
    }

    /** All comparisons, in the order in which they were added. */
    public MeansReport report() {
        int count = (int) pending.stream().filter(Pending::counts).count();
        double alpha = (1 - options.confidence()) / Math.max(1, count);
        var tests = new MeanTests(options.ranks());
        return new MeansReport(
                factors,
                pending.stream().map(one -> compare(one, tests, alpha)).collect(ImmutableList.toImmutableList()),
                count,
                options.confidence(),
                ImmutableList.<String>builder()
                        .addAll(pairingNotes())
                        .addAll(notes.build())
                        .build());
    }

    /** Once where it is the same for all pairs of sides. */
    private ImmutableList<String> pairingNotes() {
        boolean one = pairings.values().stream().distinct().count() == 1;
        return pairings.entrySet().stream()
                .map(entry -> one
                        ? sentence(entry.getValue(), "Paired by replicate", "Not paired")
                        : entry.getKey() + ": " + sentence(entry.getValue(), "paired by replicate", "not paired"))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static String sentence(Pairing pairing, String paired, String unpaired) {
        return (pairing.paired() ? paired : unpaired) + ", since " + pairing.reason() + ".";
    }

    private Comparison compare(Pending one, MeanTests tests, double alpha) {
        var direction = options.direction(one.measure(), Optional.ofNullable(directions.get(one.measure())));
        if (one.a().isEmpty() || one.b().isEmpty()) {
            return comparison(
                    one,
                    direction,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    new Judgement(Verdict.MISSING, one.lack()));
        }
        boolean paired =
                one.paired() && one.a().get() instanceof Values.Each && one.b().get() instanceof Values.Each;
        var difference = paired
                ? tests.paired(
                        (Values.Each) one.a().get(), (Values.Each) one.b().get(), alpha)
                : tests.unpaired(one.a().get(), one.b().get(), alpha);
        var band = options.band(one.measure())
                .map(asked -> OptionalDouble.of(asked.width(difference.firstMean())))
                .orElse(OptionalDouble.empty());
        return comparison(
                one, direction, Optional.of(difference), band, Judgement.of(difference, direction, band, alpha));
    }

    private static Comparison comparison(
            Pending one,
            Direction direction,
            Optional<MeanDifference> difference,
            OptionalDouble band,
            Judgement judgement) {
        return new Comparison(
                one.measure(), one.levels(), one.first(), one.second(), direction, difference, band, judgement);
    }
}
