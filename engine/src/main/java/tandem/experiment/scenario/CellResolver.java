package tandem.experiment.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tandem.experiment.data.DataSettings;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.Key;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlTree;
import tandem.experiment.scenario.yaml.YamlWriter;
import tandem.training.model.Model;
import tandem.training.optimizer.Training;

/** Resolves cells of a scenario that was found right. A section that no factor touches is resolved once. */
final class CellResolver {
    private final CellTrees trees;
    private final ImmutableSet<String> touched;
    private final SectionOf<DataSettings> data;
    private final SectionOf<Model> model;
    private final SectionOf<Training> training;

    CellResolver(CellTrees trees) {
        this.trees = trees;
        this.touched = trees.factors().stream()
                .flatMap(factor -> factor.paths().stream())
                .map(path -> YamlTree.segments(path).getFirst())
                .collect(ImmutableSet.toImmutableSet());
        this.data = new SectionOf<>("data", ConditionsReader::data);
        this.model = new SectionOf<>("model", ConditionsReader::model);
        this.training = new SectionOf<>("training", ConditionsReader::training);
    }

    Cell cell(long index, int[] levelIndices) {
        var tree = trees.tree(levelIndices);
        var cellData = data.in(tree);
        var cellModel = model.in(tree);
        var cellTraining = training.in(tree);
        var conditions = new Conditions(cellData.settings(), cellModel.settings(), cellTraining.settings());
        String text = cellData.text() + cellModel.text() + cellTraining.text();
        return new Cell(index, levels(levelIndices), conditions, text);
    }

    private ImmutableList<String> levels(int[] levelIndices) {
        var levels = ImmutableList.<String>builderWithExpectedSize(levelIndices.length);
        for (int f = 0; f < levelIndices.length; f++) {
            VariedFactor factor = trees.factors().get(f);
            levels.add(factor.levels().get(levelIndices[f]).text());
        }
        return levels.build();
    }

    /** How one section is resolved, and the outcome where it is the same for all cells. */
    private final class SectionOf<T> {
        private final Key key;
        private final Function<Settings, T> reader;
        private final @Nullable Section<T> fixed;

        SectionOf(String name, Function<Settings, T> reader) {
            this.key = Schema.CONDITIONS.keys().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            this.reader = reader;
            this.fixed = touched.contains(name) ? null : resolve(trees.base());
        }

        Section<T> in(Node.Entries tree) {
            return fixed == null ? resolve(tree) : fixed;
        }

        private Section<T> resolve(Node.Entries tree) {
            var problems = new Problems();
            var section = requireNonNull(tree.find(key.name()), key.name());
            Node checked = new Checker(problems).check(key.type(), section, KeyPath.ROOT.child(key.name()));
            problems.throwIfAny();
            var entries = (Node.Entries) requireNonNull(checked);
            var whole = new Node.Entries(
                    ImmutableMap.of(key.name(), new Node.Entry(entries.place(), entries)), entries.place());
            return new Section<>(reader.apply(new Settings(entries)), YamlWriter.block(whole));
        }
    }

    /** A resolved section, typed and as text. */
    private record Section<T>(T settings, String text) {}
}
