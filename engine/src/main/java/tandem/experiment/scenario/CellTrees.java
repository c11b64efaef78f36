package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.Problems;
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

    /** @throws UnusableInputException if there are problems, each with the levels of its cell */
    void throwIfAny(Problems problems, int[] levelIndices) {
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems.inFileOrder().stream()
                    .map(problem -> inCells(problem, levelIndices))
                    .collect(ImmutableList.toImmutableList()));
        }
    }

    /**
     * The problem with the cells that have it.
     *
     * @param levelIndices the level of each factor that these cells share; -1 where they share none
     */
    Problem inCells(Problem problem, int[] levelIndices) {
        var named = ImmutableSet.<String>builder();
        for (int f = 0; f < levelIndices.length; f++) {
            var levels = factors.get(f).levels();
            if (levelIndices[f] >= 0 && levels.size() > 1) {
                named.add(factors.get(f).name() + " = "
                        + levels.get(levelIndices[f]).text());
            }
        }
        var names = named.build();
        String where = names.isEmpty() ? "in some cells" : "in cells with " + String.join(", ", names);
        String message = problem.message() + " (" + where + "; exclude leaves cells out)";
        return new Problem(
                problem.file(), problem.line(), problem.column(), problem.path(), message, problem.excerpt());
    }
}
