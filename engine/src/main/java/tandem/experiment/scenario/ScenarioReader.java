package tandem.experiment.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import org.jspecify.annotations.Nullable;
import tandem.experiment.grid.Exclusion;
import tandem.experiment.grid.Factor;
import tandem.experiment.grid.Grid;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.claim.ClaimReader;
import tandem.experiment.scenario.factor.ExcludeReader;
import tandem.experiment.scenario.factor.FactorReader;
import tandem.experiment.scenario.factor.LevelReader;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlReader;
import tandem.experiment.scenario.yaml.YamlTree;

/** From bytes to a checked scenario. Every check adds to one list, so that a user sees all problems at once. */
final class ScenarioReader {
    private static final KeyPath EXCLUDE = KeyPath.ROOT.child("exclude");
    private static final String WEIGHT = "data.weight";
    private static final String SAMPLE_WEIGHTS = "training.sample_weights";

    private final Problems problems = new Problems();
    private final Node.Entries tree;

    private ScenarioReader(Node.Entries tree, Overrides overrides) {
        this.tree = new OverrideReader(tree, problems).apply(overrides);
    }

    /** @param name the file's name without its ending */
    static Scenario read(String file, String name, byte[] bytes, Overrides overrides) {
        Node root = YamlReader.read(file, bytes);
        if (!(root instanceof Node.Entries entries)) {
            throw new UnusableInputException(
                    root.place().problem("", "must be a mapping of keys such as 'name: " + name + "'"));
        }
        return new ScenarioReader(entries, overrides).read(name);
    }

    private Scenario read(String name) {
        var factors = new FactorReader(problems).read(tree.find("factors"));
        var header = header(factors.usable());
        checkName(header, name);
        RecordingReader.check(header, problems);
        var exclusions = new ExcludeReader(problems, factors.usable(), factors.broken()).read(tree.find("exclude"));
        var claims =
                new ClaimReader(problems, factors.usable(), factors.broken(), exclusions).read(header.find("claims"));
        checkReplacedValues(factors);
        var complete = withSampleWeights(factors.usable());
        var trees = new CellTrees(withoutUnusable(complete, factors.unusablePaths()), factors.usable());
        var gridFactors =
                factors.usable().stream().map(VariedFactor::toFactor).collect(ImmutableList.toImmutableList());
        var grid = grid(gridFactors, exclusions, header);
        boolean allChecked = new CellCheck(trees, exclusions).report(problems);
        problems.throwIfAny();
        return new Scenario(complete, header, new CellResolver(trees, allChecked), requireNonNull(grid), claims);
    }

    /** Everything but the conditions, resolved; those are checked cell by cell. */
    private Settings header(ImmutableList<VariedFactor> factors) {
        var header = tree;
        for (var key : Schema.CONDITIONS.keys()) {
            var entry = tree.entries().get(key.name());
            boolean supplied = factors.stream().anyMatch(factor -> factor.touches(key.name()));
            if (entry != null || supplied) {
                header = header.with(
                        key.name(),
                        new Node.Entry(
                                entry == null ? tree.place() : entry.keyPlace(), new Node.Unusable(tree.place())));
            }
        }
        Node checked = new Checker(problems).check(Schema.SCENARIO, header, KeyPath.ROOT);
        return new Settings(
                checked instanceof Node.Entries entries ? entries : new Node.Entries(ImmutableMap.of(), tree.place()));
    }

    private void checkName(Settings header, String name) {
        if (header.has("name") && !header.word("name").equals(name)) {
            String message = "must be the file's name without .yaml: write 'name: " + name + "', or rename the file";
            problems.add(YamlTree.place(tree, "name"), "name", message);
        }
    }

    /** A value that a factor replaces in every cell is checked on its own, since no cell shows it. */
    private void checkReplacedValues(FactorReader.Factors factors) {
        var replaced = ImmutableSet.<String>builder().addAll(factors.unusablePaths());
        factors.usable().forEach(factor -> replaced.addAll(factor.paths()));
        for (String path : replaced.build()) {
            Node value = YamlTree.find(tree, path);
            if (value != null && !Schema.typesAt(path).isEmpty()) {
                new LevelReader(problems).value(path, value, KeyPath.ROOT.child(path));
            }
        }
    }

    /** The tree with the default of {@code training.sample_weights}, which depends on another section, where every cell has weights. */
    private Node.Entries withSampleWeights(ImmutableList<VariedFactor> factors) {
        var weight = YamlTree.find(tree, WEIGHT);
        boolean varied = factors.stream()
                .flatMap(factor -> factor.paths().stream())
                .anyMatch(path -> YamlTree.overlap(path, WEIGHT) || YamlTree.overlap(path, SAMPLE_WEIGHTS));
        if (weight == null
                || varied
                || !(tree.find("training") instanceof Node.Entries training)
                || training.find("sample_weights") != null) {
            return tree;
        }
        var value = new Node.Scalar("data", true, weight.place());
        return YamlTree.with(tree, YamlTree.segments(SAMPLE_WEIGHTS), new Node.Entry(weight.place(), value));
    }

    private static Node.Entries withoutUnusable(Node.Entries tree, ImmutableSet<String> paths) {
        var base = tree;
        for (String path : paths) {
            if (!Schema.typesAt(path).isEmpty()) {
                var gap = new Node.Entry(tree.place(), new Node.Unusable(tree.place()));
                base = YamlTree.with(base, YamlTree.segments(path), gap);
            }
        }
        return base;
    }

    private @Nullable Grid grid(ImmutableList<Factor> factors, ImmutableList<Exclusion> exclusions, Settings header) {
        var place = YamlTree.place(tree, "factors");
        long combinations = Grid.combinations(factors);
        if (combinations > Grid.MOST_COMBINATIONS) {
            problems.add(
                    place,
                    "factors",
                    "make " + shown(combinations) + " cells; " + Grid.MOST_COMBINATIONS
                            + " are the most. Take fewer levels");
            return null;
        }
        var grid = Grid.of(factors, exclusions);
        long replicates = Math.max(
                header.count("replicates").orElse(1),
                header.count("replicates.count").orElse(1));
        long runs = LongMath.saturatedMultiply(grid.cellCount(), replicates);
        if (runs > Grid.MOST_COMBINATIONS) {
            String message = grid.cellCount() + " cells with " + replicates + " replicates make " + shown(runs)
                    + " runs; " + Grid.MOST_COMBINATIONS + " are the most. Take fewer replicates or levels";
            problems.add(YamlTree.place(tree, "replicates"), "replicates", message);
        }
        checkExclusions(exclusions, grid);
        return grid;
    }

    private static String shown(long count) {
        return count == Long.MAX_VALUE ? "more than " + count : Long.toString(count);
    }

    private void checkExclusions(ImmutableList<Exclusion> exclusions, Grid grid) {
        if (grid.cellCount() == 0) {
            problems.add(YamlTree.place(tree, "exclude"), EXCLUDE, "leaves out every cell; remove a line");
            return;
        }
        for (int i = 1; i < exclusions.size(); i++) {
            var before = exclusions.subList(0, i);
            var current = exclusions.get(i);
            if (before.stream()
                    .anyMatch(earlier -> current.levels()
                            .entrySet()
                            .containsAll(earlier.levels().entrySet()))) {
                var items = ((Node.Items) requireNonNull(tree.find("exclude"))).items();
                Node item = items.size() == exclusions.size() ? items.get(i) : items.getFirst();
                problems.add(item.place(), EXCLUDE.item(i), "matches no cell that an earlier line leaves; remove it");
            }
        }
    }
}
