package tandem.experiment.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlWriter;

/** The scenario of a result folder: the same question with every default written out. */
final class ResolvedScenario {
    private ResolvedScenario() {}

    /** @param header the resolved keys outside the conditions */
    static String text(CellTrees trees, Node.Entries header, Node.Entries tree) {
        var open = trees.factors().stream()
                .flatMap(factor -> factor.paths().stream())
                .collect(ImmutableSet.toImmutableSet());
        var written = ImmutableMap.<String, Node.Entry>builder();
        for (var key : Schema.SCENARIO.keys()) {
            var entry = header.entries().get(key.name());
            if (key.name().equals("factors")) {
                written.put("factors", new Node.Entry(tree.place(), factors(trees, tree)));
            } else if (entry != null) {
                written.put(key.name(), entry);
            } else if (tree.find(key.name()) instanceof Node.Entries section) {
                Node resolved = Checker.leavingOpen(new Problems(), open)
                        .check(key.type(), section, KeyPath.ROOT.child(key.name()));
                written.put(key.name(), new Node.Entry(tree.place(), resolved == null ? section : resolved));
            }
        }
        return YamlWriter.block(new Node.Entries(written.buildOrThrow(), tree.place()));
    }

    private static Node factors(CellTrees trees, Node.Entries tree) {
        var factors = ImmutableMap.<String, Node.Entry>builder();
        trees.factors().forEach(factor -> factors.put(factor.name(), new Node.Entry(factor.place(), factor.written())));
        return new Node.Entries(factors.buildOrThrow(), tree.place());
    }
}
