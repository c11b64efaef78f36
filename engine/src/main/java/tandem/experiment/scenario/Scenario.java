package tandem.experiment.scenario;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import tandem.claims.Claim;
import tandem.experiment.grid.Factor;
import tandem.experiment.grid.Grid;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;
import tandem.experiment.scenario.yaml.YamlTree;

/** One question, checked: what varies, how often it is repeated, and every cell on request. Immutable; cells may be asked for by any thread. */
public final class Scenario {
    private final Node.Entries tree;
    private final Settings header;
    private final CellTrees trees;
    private final CellResolver resolver;
    private final Grid grid;
    private final Supplier<ImmutableList<Claim>> claims;

    /** @param claims none of which says yet whether it is exact */
    Scenario(Node.Entries tree, Settings header, CellResolver resolver, Grid grid, ImmutableList<Claim> claims) {
        this.tree = tree;
        this.header = header;
        this.trees = resolver.trees();
        this.resolver = resolver;
        this.grid = grid;
        this.claims = Suppliers.memoize(() -> ExactClaims.in(this, claims));
    }

    public String name() {
        return header.text("name");
    }

    /** What the scenario asks, in plain words; empty where it does not say. */
    public String question() {
        return header.word("question");
    }

    public ImmutableList<Factor> factors() {
        return grid.factors();
    }

    public Grid grid() {
        return grid;
    }

    public Replicates replicates() {
        if (header.find("replicates") instanceof Node.Scalar) {
            return new Replicates(header.whole("replicates"), ImmutableSet.of());
        }
        var replicates = header.section("replicates");
        var hold = ImmutableSet.<Purpose>builder();
        for (var purpose : Purpose.values()) {
            boolean held = replicates.find("hold") instanceof Node.Items items
                    && items.items().stream()
                            .anyMatch(item -> item instanceof Node.Scalar word
                                    && word.text().equals(purpose.key()));
            if (held) {
                hold.add(purpose);
            }
        }
        return new Replicates(replicates.whole("count"), hold.build());
    }

    /** The master seed. */
    public long seed() {
        return Long.parseLong(header.text("seed"));
    }

    /** What is kept of every run. */
    public Recording recording() {
        return RecordingReader.recording(header);
    }

    /** Epochs without improvement after which a compared rule stops training, each once. */
    public ImmutableList<Integer> patience() {
        return header.find("stopping.patience") instanceof Node.Items items
                ? items.items().stream()
                        .map(item -> Integer.parseInt(((Node.Scalar) item).text()))
                        .distinct()
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    /** What the scenario claims; where there are claims, the first call looks at every cell to see which are exact. */
    public ImmutableList<Claim> claims() {
        return claims.get();
    }

    /** A problem with a key of claim {@code index} that only the data or the results could show. */
    public Problem problemInClaim(int index, String key, String message) {
        KeyPath path = KeyPath.ROOT.child("claims").item(index);
        if (header.find("claims") instanceof Node.Items items
                && items.items().get(index) instanceof Node.Entries claim) {
            Node value = claim.find(key);
            return (value == null ? claim : value)
                    .place()
                    .problem(path.child(key).toString(), message);
        }
        return place("claims").problem(path.child(key).toString(), message);
    }

    /**
     * Cell {@code index} of {@link #grid}, resolved anew.
     *
     * @throws UnusableInputException with what is wrong in this cell; in large grids the first that look at every cell learn it
     */
    public Cell cell(long index) {
        return resolver.cell(index, grid.levelIndices(index));
    }

    /** The scenario with every default that all cells share, the same bytes for the same scenario; it reads back to the same cells. */
    public String resolvedYaml() {
        return ResolvedScenario.text(trees, header.entries(), tree);
    }

    /** {@link #resolvedYaml} without the claims: what decides the runs. */
    public String experimentYaml() {
        return ResolvedScenario.text(trees, header.without("claims").entries(), tree);
    }

    /** Where the value at a path was written: in the scenario, in a factor that sets it, or in the key that leads there. */
    public Place place(String path) {
        if (YamlTree.find(tree, path) == null) {
            for (var factor : trees.factors()) {
                if (factor.paths().stream().anyMatch(set -> YamlTree.overlap(set, path))) {
                    return factor.place();
                }
            }
        }
        return YamlTree.place(tree, path);
    }

    /** A problem with the value at a path that only the data could show. */
    public Problem problem(String path, String message) {
        return place(path).problem(path, message);
    }

    /** As {@link #problem(String, String)} with the value that a cell has there: where one of its levels sets it, the place is that of the level. */
    public Problem problem(long cell, String path, String message) {
        var indices = grid.levelIndices(cell);
        for (int f = 0; f < trees.factors().size(); f++) {
            var level = trees.factors().get(f).levels().get(indices[f]);
            for (var set : level.settings().entrySet()) {
                if (YamlTree.overlap(set.getKey(), path)) {
                    return set.getValue().value().place().problem(path, message);
                }
            }
        }
        return problem(path, message);
    }
}
