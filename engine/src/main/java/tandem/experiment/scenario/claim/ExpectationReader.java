package tandem.experiment.scenario.claim;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import tandem.claims.Expectation;
import tandem.claims.Statistic;
import tandem.experiment.scenario.factor.Level;
import tandem.experiment.scenario.factor.LevelFinder;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;

/** Reads {@code expect} of a claim. */
final class ExpectationReader {
    private final Problems problems;
    private final LevelFinder finder;
    private final ImmutableList<VariedFactor> factors;

    ExpectationReader(Problems problems, LevelFinder finder, ImmutableList<VariedFactor> factors) {
        this.problems = problems;
        this.finder = finder;
        this.factors = factors;
    }

    /** The expectation; null where it is wrong (and reported). */
    @Nullable
    Expectation read(Node.Entries claim, KeyPath path, Selection selection) {
        if (!(claim.find("expect") instanceof Node.Entries expect)) {
            return null;
        }
        KeyPath at = path.child("expect");
        for (String trend : new String[] {"increases", "decreases"}) {
            if (expect.entries().get(trend) != null) {
                return trend(trend, expect, at, selection);
            }
        }
        if (expect.find("between") != null) {
            return between(expect, at);
        }
        Double above = number(expect, "above");
        Double below = number(expect, "below");
        Double value = number(expect, "equals");
        Double tolerance = number(expect, "tolerance");
        if (above != null) {
            return new Expectation.Above(above);
        }
        if (below != null) {
            return new Expectation.Below(below);
        }
        return value == null || tolerance == null ? null : new Expectation.Equals(value, tolerance);
    }

    private static @Nullable Double number(Node.Entries entries, String key) {
        return entries.find(key) instanceof Node.Scalar scalar ? Double.valueOf(scalar.text()) : null;
    }

    private @Nullable Expectation between(Node.Entries expect, KeyPath path) {
        if (!(expect.find("between") instanceof Node.Items items)) {
            return null;
        }
        double[] ends = items.items().stream()
                .mapToDouble(item -> Double.parseDouble(((Node.Scalar) item).text()))
                .toArray();
        if (ends.length != 2 || !(ends[0] < ends[1])) {
            problems.add(
                    items.place(), path.child("between"), "must be two numbers, the smaller one first, such as [0, 1]");
            return null;
        }
        return new Expectation.Between(ends[0], ends[1]);
    }

    private @Nullable Expectation trend(String trend, Node.Entries expect, KeyPath path, Selection selection) {
        if (!(expect.find(trend) instanceof Node.Scalar name)) {
            return null;
        }
        KeyPath at = path.child(trend);
        int factor = finder.factorIndex(name.text(), name.place(), at);
        if (factor < 0) {
            return null;
        }
        String problem = trendProblem(factor, selection);
        if (!problem.isEmpty()) {
            problems.add(name.place(), at, problem);
            return null;
        }
        ImmutableList<String> levels =
                factors.get(factor).levels().stream().map(Level::text).collect(ImmutableList.toImmutableList());
        return trend.equals("increases")
                ? new Expectation.Increases(name.text(), levels)
                : new Expectation.Decreases(name.text(), levels);
    }

    private String trendProblem(int factor, Selection selection) {
        String name = factors.get(factor).name();
        if (selection.fixed().containsKey(factor)) {
            return name + " is fixed in where, so that nothing can change with it; take it out there";
        }
        if (selection.compared() == factor) {
            return name + " is contrasted already; expect above or below, or take the contrast out";
        }
        return factors.get(factor).levels().size() < 2
                ? name + " has one level only, so that nothing can change with it; give it more, or expect a number"
                : "";
    }

    /** What a statistic and an expectation that do not go together are told; empty where they do. */
    static String contradiction(Statistic statistic, Expectation expect) {
        boolean share = switch (statistic) {
            case Statistic.Mean _, Statistic.Quantile _ -> false;
            case Statistic.ShareAbove _, Statistic.ShareBelow _ -> true;
        };
        if (!share) {
            return "";
        }
        return switch (expect) {
            case Expectation.Above(double bound) -> shareBound(bound >= 0 && bound < 1);
            case Expectation.Below(double bound) -> shareBound(bound > 0 && bound <= 1);
            case Expectation.Between(double low, double high) -> shareBound(low >= 0 && high <= 1);
            case Expectation.Equals _ ->
                "a share is never estimated to a point; write between: [0.4, 0.6] for instance";
            case Expectation.Increases _, Expectation.Decreases _ ->
                "a trend is about values, not about shares; choose the statistic mean or median";
        };
    }

    private static String shareBound(boolean within) {
        return within ? "" : "a share lies between 0 and 1, so that this is decided before anything is run";
    }
}
