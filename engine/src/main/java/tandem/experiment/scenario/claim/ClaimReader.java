package tandem.experiment.scenario.claim;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tandem.claims.Claim;
import tandem.claims.Contrast;
import tandem.claims.Expectation;
import tandem.claims.Statistic;
import tandem.experiment.grid.Exclusion;
import tandem.experiment.scenario.factor.LevelFinder;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;

/**
 * Turns claims, whose keys the schema has checked, into typed ones and holds them against the factors. Whether there is
 * such a measure shows only once the data is known.
 */
public final class ClaimReader {
    private static final KeyPath CLAIMS = KeyPath.ROOT.child("claims");
    private static final ImmutableList<String> NEEDED = ImmutableList.of("name", "says", "measure", "confidence");

    private final Problems problems;
    private final ImmutableList<VariedFactor> factors;
    private final SelectionReader selections;
    private final ExpectationReader expectations;
    private final ComparedCells compared;
    private final Set<String> names = new LinkedHashSet<>();

    /** @param broken names of factors that are wrong, hence reported already */
    public ClaimReader(
            Problems problems,
            ImmutableList<VariedFactor> factors,
            ImmutableSet<String> broken,
            ImmutableList<Exclusion> exclusions) {
        var finder = new LevelFinder(problems, factors, broken);
        this.problems = problems;
        this.factors = factors;
        this.selections = new SelectionReader(problems, finder);
        this.expectations = new ExpectationReader(problems, finder, factors);
        this.compared = new ComparedCells(factors, exclusions);
    }

    /**
     * The claims, none of them said to be exact; those that are wrong are reported and left out.
     *
     * @param node the resolved list; null where it is wrong altogether, hence reported
     */
    public ImmutableList<Claim> read(@Nullable Node node) {
        var claims = ImmutableList.<Claim>builder();
        if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                if (items.items().get(i) instanceof Node.Entries entries) {
                    claim(entries, CLAIMS.item(i)).ifPresent(claims::add);
                }
            }
        }
        return claims.build();
    }

    private Optional<Claim> claim(Node.Entries claim, KeyPath path) {
        checkName(claim, path);
        checkMinus(claim, path);
        Selection selection = selections.read(claim, path);
        Expectation expect = expectations.read(claim, path, selection);
        Statistic statistic = StatisticReader.read(claim.find("statistic"));
        if (expect == null || statistic == null) {
            return Optional.empty();
        }
        String contradiction = ExpectationReader.contradiction(statistic, expect);
        if (!contradiction.isEmpty()) {
            problems.add(place(claim, "expect"), path.child("expect"), contradiction);
        }
        if (!selection.isComplete()) {
            return Optional.empty();
        }
        String cells = compared.problem(selection, expect);
        if (!cells.isEmpty()) {
            problems.add(claim.place(), path, cells);
        }
        boolean isWhole = NEEDED.stream().allMatch(key -> claim.find(key) instanceof Node.Scalar)
                && !optional(claim, "minus").equals(optional(claim, "measure"));
        return isWhole ? Optional.of(claim(claim, selection, expect, statistic)) : Optional.empty();
    }

    private Claim claim(Node.Entries claim, Selection selection, Expectation expect, Statistic statistic) {
        return new Claim(
                text(claim, "name"),
                text(claim, "says"),
                optional(claim, "source"),
                where(selection),
                text(claim, "measure"),
                optional(claim, "minus"),
                expect,
                statistic,
                contrast(selection),
                Double.parseDouble(text(claim, "confidence")),
                false);
    }

    private void checkName(Node.Entries claim, KeyPath path) {
        if (claim.find("name") instanceof Node.Scalar name && !names.add(name.text())) {
            problems.add(name.place(), path.child("name"), "names a second claim; give each a name of its own");
        }
    }

    private void checkMinus(Node.Entries claim, KeyPath path) {
        if (claim.find("minus") instanceof Node.Scalar minus && minus.text().equals(text(claim, "measure"))) {
            problems.add(minus.place(), path.child("minus"), "is the measure itself, which leaves 0; name another");
        }
    }

    private static Place place(Node.Entries claim, String key) {
        Node value = claim.find(key);
        return value == null ? claim.place() : value.place();
    }

    private static Optional<String> optional(Node.Entries claim, String key) {
        return claim.find(key) instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    private static String text(Node.Entries claim, String key) {
        return claim.find(key) instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private ImmutableMap<String, String> where(Selection selection) {
        var where = ImmutableMap.<String, String>builder();
        selection
                .fixed()
                .forEach((factor, level) -> where.put(factors.get(factor).name(), text(factor, level)));
        return where.buildOrThrow();
    }

    private Optional<Contrast> contrast(Selection selection) {
        int factor = selection.compared();
        return factor == Selection.NONE
                ? Optional.empty()
                : Optional.of(new Contrast(
                        factors.get(factor).name(),
                        text(factor, selection.levels().get(0)),
                        text(factor, selection.levels().get(1))));
    }

    private String text(int factor, int level) {
        return factors.get(factor).levels().get(level).text();
    }
}
