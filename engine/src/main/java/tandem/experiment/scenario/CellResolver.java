package tandem.experiment.scenario;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tandem.experiment.data.DataSettings;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.factor.VariedFactor;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.Default;
import tandem.experiment.scenario.schema.Key;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.Schema;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlWriter;
import tandem.training.data.corruption.Corruption;
import tandem.training.model.Model;
import tandem.training.optimizer.Training;

/**
 * Resolves cells. Sections that recur in many cells are resolved once; whether the sections fit each other is asked for every cell where {@link CellCheck}
 * has seen some only. Safe for threads.
 */
final class CellResolver {
    private static final int MOST_KNOWN = 4096;

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
        this.data = new SectionOf<>("data", ConditionsReader::data);
        this.corruption = new SectionOf<>("corruption", CorruptionReader::corruption);
        this.model = new SectionOf<>("model", ConditionsReader::model);
        this.training = new SectionOf<>("training", ConditionsReader::training);
    }

    CellTrees trees() {
        return trees;
    }

    /** @throws UnusableInputException with what is wrong in this cell */
    Cell cell(long index, int[] levelIndices) {
        var tree = trees.tree(levelIndices);
        var cellData = data.in(tree, levelIndices);
        var cellCorruption = corruption.in(tree, levelIndices);
        var cellModel = model.in(tree, levelIndices);
        var cellTraining = training.in(tree, levelIndices);
        if (!allChecked) {
            checkTogether(
                    levelIndices,
                    tree,
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

    private void checkTogether(int[] levelIndices, Node.Entries tree, ImmutableList<Node.Entries> sections) {
        var resolved = ImmutableMap.<String, Node.Entry>builderWithExpectedSize(sections.size());
        sections.forEach(section -> resolved.putAll(section.entries()));
        var problems = new Problems();
        Contradictions.report(new Node.Entries(resolved.buildOrThrow(), tree.place()), tree, problems);
        throwIfAny(problems, levelIndices);
    }

    private void throwIfAny(Problems problems, int[] levelIndices) {
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems.inFileOrder().stream()
                    .map(problem -> trees.inCells(problem, levelIndices))
                    .collect(ImmutableList.toImmutableList()));
        }
    }

    private ImmutableList<String> levels(int[] levelIndices) {
        var levels = ImmutableList.<String>builderWithExpectedSize(levelIndices.length);
        for (int f = 0; f < levelIndices.length; f++) {
            VariedFactor factor = trees.factors().get(f);
            levels.add(factor.levels().get(levelIndices[f]).text());
        }
        return levels.build();
    }

    /** How one section is resolved, and its outcomes so far where the factors that touch it have few combinations. */
    private final class SectionOf<T> {
        private final Key key;
        private final Function<Settings, T> reader;
        private final ImmutableIntArray touching;
        private final @Nullable AtomicReferenceArray<Section<T>> known;

        SectionOf(String name, Function<Settings, T> reader) {
            this.key = Schema.CONDITIONS.keys().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            this.reader = reader;
            this.touching = IntStream.range(0, trees.factors().size())
                    .filter(f -> trees.factors().get(f).touches(name))
                    .boxed()
                    .collect(collectingAndThen(toList(), ImmutableIntArray::copyOf));
            long combinations = 1;
            for (int i = 0; i < touching.length(); i++) {
                int levelCount = trees.factors().get(touching.get(i)).levels().size();
                combinations = LongMath.saturatedMultiply(combinations, levelCount);
            }
            this.known = combinations <= MOST_KNOWN ? new AtomicReferenceArray<>((int) combinations) : null;
        }

        /** Threads that ask at once may resolve the same section twice, to equal outcomes. */
        Section<T> in(Node.Entries tree, int[] levelIndices) {
            if (known == null) {
                return resolve(tree, levelIndices);
            }
            int index = 0;
            for (int i = 0; i < touching.length(); i++) {
                int f = touching.get(i);
                index = index * trees.factors().get(f).levels().size() + levelIndices[f];
            }
            var found = known.get(index);
            if (found != null) {
                return found;
            }
            var resolved = resolve(tree, levelIndices);
            known.set(index, resolved);
            return resolved;
        }

        private Section<T> resolve(Node.Entries tree, int[] levelIndices) {
            var problems = new Problems();
            if (tree.find(key.name()) == null && key.otherwise() instanceof Default.Absent) {
                var nothing = new Node.Entries(ImmutableMap.of(), tree.place());
                return new Section<>(reader.apply(new Settings(nothing)), "", nothing);
            }
            var section = requireNonNull(tree.find(key.name()), key.name());
            Node checked = new Checker(problems).check(key.type(), section, KeyPath.ROOT.child(key.name()));
            throwIfAny(problems, levelIndices);
            var entries = (Node.Entries) requireNonNull(checked);
            var entry = new Node.Entry(entries.place(), entries);
            var whole = new Node.Entries(ImmutableMap.of(key.name(), entry), entries.place());
            return new Section<>(reader.apply(new Settings(entries)), YamlWriter.block(whole), whole);
        }
    }

    /**
     * A resolved section, typed and as text.
     *
     * @param whole its mapping under its key
     */
    private record Section<T>(T settings, String text, Node.Entries whole) {}
}
