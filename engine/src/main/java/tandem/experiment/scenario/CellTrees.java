package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlTree;

/** Cells as the scenario with their levels set, nothing checked. */
record CellTrees(Node.Entries base, ImmutableList<VariedFactor> factors) {

    Node.Entries tree(int[] levelIndices) {
        var tree = base;
        for (int f = 0; f < levelIndices.length; f++) {
            for (var setting :
                    factors.get(f).levels().get(levelIndices[f]).settings().entrySet()) {
                tree = YamlTree.with(tree, YamlTree.segments(setting.getKey()), setting.getValue());
            }
        }
        return tree;
    }
}
