package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.experiment.data.DataSettings;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.data.corruption.Corruption;
import tandem.training.model.Model;
import tandem.training.optimizer.Training;

/**
 * Resolves cells. What recurs in many cells is resolved once ({@link SectionOf}); whether the sections fit each other is asked for every cell where {@link
 * CellCheck} has seen some only. Safe for threads.
 */
final class CellResolver {
    private final CellTrees trees;
    private final boolean allChecked;
    private final SectionOf<DataSettings> data;
    private final SectionOf<Corruption> corruption;
    private final SectionOf<Model> model;
    private final SectionOf<Training> training;

    /** @param allChecked whether it is known that the sections fit each other in every cell */
    CellResolver(CellTrees trees, boolean allChecked) {
        this.trees = trees;
        this.allChecked = allChecked;
        this.data = new SectionOf<>(trees, "data", ConditionsReader::data);
        this.corruption = new SectionOf<>(trees, "corruption", CorruptionReader::corruption);
        this.model = new SectionOf<>(trees, "model", ConditionsReader::model);
        this.training = new SectionOf<>(trees, "training", ConditionsReader::training);
    }

    CellTrees trees() {
        return trees;
    }

    /** @throws UnusableInputException with what is wrong in this cell */
    Cell cell(long index, int[] levelIndices) {
        var cellData = data.in(levelIndices);
        var cellCorruption = corruption.in(levelIndices);
        var cellModel = model.in(levelIndices);
        var cellTraining = training.in(levelIndices);
        if (!allChecked) {
            checkTogether(
                    levelIndices,
                    ImmutableList.of(
                            cellData.whole(), cellCorruption.whole(), cellModel.whole(), cellTraining.whole()));
        }
        var conditions = new Conditions(
                cellData.settings().corruptedBy(cellCorruption.settings()),
                cellModel.settings(),
                cellTraining.settings());
        String text = cellData.text() + cellCorruption.text() + cellModel.text() + cellTraining.text();
        return new Cell(index, levels(levelIndices), conditions, text);
    }

    private void checkTogether(int[] levelIndices, ImmutableList<Node.Entries> sections) {
        var tree = trees.tree(levelIndices);
        var resolved = ImmutableMap.<String, Node.Entry>builderWithExpectedSize(sections.size());
        sections.forEach(section -> resolved.putAll(section.entries()));
        var problems = new Problems();
        Contradictions.report(new Node.Entries(resolved.buildOrThrow(), tree.place()), tree, problems);
        trees.throwIfAny(problems, levelIndices);
    }

    private ImmutableList<String> levels(int[] levelIndices) {
        var levels = ImmutableList.<String>builderWithExpectedSize(levelIndices.length);
        for (int f = 0; f < levelIndices.length; f++) {
            VariedFactor factor = trees.factors().get(f);
            levels.add(factor.levels().get(levelIndices[f]).text());
        }
        return levels.build();
    }
}
