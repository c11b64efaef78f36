package tandem.experiment.scenario;

import java.util.function.BiConsumer;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlTree;

/**
 * What single keys allow but their combination does not. Of numbers the rules ask whether they are zero and how they
 * compare, never for a value between, so that a grid can be checked at the lowest, the highest and the zero level of a factor of numbers. A rule about a value that is missing, hence reported elsewhere, says nothing.
 */
final class Contradictions {
    private final Settings cell;
    private final BiConsumer<String, String> report;

    /** @param report takes the path a problem is about, and the problem */
    private Contradictions(Settings cell, BiConsumer<String, String> report) {
        this.cell = cell;
        this.report = report;
    }

    /**
     * Adds the contradictions of a cell to the problems.
     *
     * @param resolved its sections with every default
     * @param tree the same as written, which says the places
     */
    static void report(Node.Entries resolved, Node.Entries tree, Problems problems) {
        boolean layersAreRight = resolved.find("model") != null
                && problems.inFileOrder().stream().noneMatch(problem -> YamlTree.overlap(problem.path(), "model"));
        BiConsumer<String, String> report = (path, message) -> problems.add(YamlTree.place(tree, path), path, message);
        new Contradictions(new Settings(resolved), report).check();
        if (layersAreRight) {
            new LayerRules(new Settings(resolved), report).check();
        }
    }

    private void check() {
        source();
        weights();
        sizes();
        bias();
        new StartShape(cell, report).check();
        newton();
        transition();
        epochs();
        classes();
        new CorruptionRules(cell, report).check();
    }

    private void source() {
        if (cell.word("data.split").equals("column")) {
            refuseSizes();
        }
        String kind = cell.word("data.source.kind");
        if (cell.has("data.r_seed") && cell.has("data.source") && !kind.equals("logit")) {
            report.accept(
                    "data.r_seed",
                    "only the generator {kind: logit} can be drawn as R draws it; remove r_seed or change data.source");
        }
        if (kind.isEmpty()) {
            return;
        }
        if (cell.has("data.weight")) {
            report.accept("data.weight", "a generator has no column of weights; remove it");
        }
        if (cell.has("data.label")) {
            report.accept("data.label", "a generator has no label column; remove it");
        }
        if (cell.word("data.split").equals("column")) {
            report.accept(
                    "data.split", "a generator has no column that says the split; choose random, stratified or last");
        }
    }

    private void weights() {
        if (cell.has("data.source")
                && !cell.has("data.weight")
                && cell.word("training.sample_weights").equals("data")) {
            report.accept(
                    "training.sample_weights",
                    "there are no weights without data.weight, which names their column; add it, or write none");
        }
    }

    private void refuseSizes() {
        for (String split : new String[] {"train", "validation", "test"}) {
            String path = "data." + split;
            if (cell.has(path) && !cell.word(path).equals("rest")) {
                report.accept(path, "with split: column the column says how large a split is; remove it");
            }
        }
    }

    private void sizes() {
        double shares = share("data.train") + share("data.validation") + share("data.test");
        // Decimal shares such as 0.7, 0.2 and 0.1 may exceed 1 by rounding.
        if (shares > 1 + 1e-9) {
            report.accept(
                    "data.train", "the shares of train, validation and test exceed 1 together; lower one of them");
        } else if (cell.word("data.train").equals("rest") && shares >= 1) {
            report.accept(
                    "data.train",
                    "validation and test take everything and nothing is left to train on; lower one of them");
        }
    }

    private double share(String path) {
        return cell.count(path).isPresent() ? 0 : cell.number(path).orElse(0);
    }

    private void bias() {
        boolean without = cell.word("model.bias").equals("false");
        if (without && cell.number("model.start.intercept").orElse(0) != 0) {
            report.accept("model.start.intercept", "a model without bias has no intercept; write 0, or bias: true");
        }
        if (without
                && cell.find("model.start.biases") instanceof Node.Items items
                && !items.items().isEmpty()) {
            report.accept("model.start.biases", "a model without bias has no biases; remove them, or write bias: true");
        }
        if (cell.has("model.start") && cell.has("model.initializer")) {
            report.accept(
                    "model.initializer",
                    "start values are given, so that nothing is drawn; remove initializer or start");
        }
    }

    private void newton() {
        if (!cell.word("training.optimizer.kind").equals("newton")) {
            return;
        }
        String kind = cell.word("model.kind");
        if (!kind.isEmpty() && !kind.equals("logistic") && !kind.equals("softmax")) {
            report.accept(
                    "training.optimizer.kind",
                    "newton trains logistic and softmax models only; choose another optimizer or model.kind");
        }
        if (cell.number("training.penalty.l1").orElse(0) != 0) {
            report.accept(
                    "training.penalty.l1", "newton needs a smooth penalty; write l1: 0, or choose another optimizer");
        }
        if (cell.find("training.clip") instanceof Node.Entries) {
            report.accept("training.clip", "newton does not clip gradients; remove clip, or choose another optimizer");
        }
        if (cell.count("training.batch_size").isPresent()) {
            report.accept("training.batch_size", "newton always uses all examples; remove batch_size, or write full");
        }
        newtonRemedies();
    }

    private void newtonRemedies() {
        String loss = cell.word("training.loss.kind");
        if (!loss.isEmpty() && !loss.equals("cross_entropy")) {
            report.accept(
                    "training.loss.kind",
                    "newton minimises cross-entropy; write kind: cross_entropy, or choose another optimizer");
        }
        if (cell.number("training.loss.label_smoothing").orElse(0) != 0) {
            report.accept(
                    "training.loss.label_smoothing",
                    "newton minimises plain cross-entropy; write label_smoothing: 0, or choose another optimizer");
        }
        String schedule = cell.word("training.schedule.kind");
        if (!schedule.isEmpty() && !schedule.equals("constant")) {
            report.accept(
                    "training.schedule.kind",
                    "newton has no learning rate; remove the schedule, or choose another optimizer");
        }
        if (cell.find("training.average") instanceof Node.Entries) {
            report.accept(
                    "training.average",
                    "newton goes to the minimum itself; remove average, or choose another optimizer");
        }
    }

    private void transition() {
        if (cell.has("training.loss.transition.matrix")) {
            try {
                LossReader.loss(cell.section("training").section("loss"));
            } catch (IllegalArgumentException e) {
                report.accept("training.loss.transition.matrix", String.valueOf(e.getMessage()));
            }
        }
    }

    private void epochs() {
        String kind = cell.word("training.optimizer.kind");
        var epochs = cell.count("training.epochs");
        if (kind.isEmpty() || epochs.isEmpty()) {
            return;
        }
        boolean none = kind.equals("none");
        if (none && epochs.getAsLong() != 0) {
            report.accept(
                    "training.epochs",
                    "the optimizer none trains nothing; write epochs: 0, or choose another optimizer");
        } else if (!none && epochs.getAsLong() == 0) {
            report.accept("training.epochs", "0 epochs train nothing; write at least 1, or choose the optimizer none");
        }
    }

    private void classes() {
        var classes = cell.count("data.source.classes");
        var features = cell.count("data.source.features");
        if (classes.isPresent() && features.isPresent() && features.getAsLong() < classes.getAsLong() - 1) {
            String needed = classes.getAsLong() + " equally distant means need at least " + (classes.getAsLong() - 1)
                    + " features: " + features.getAsLong();
            report.accept("data.source.features", needed);
        }
        if (classes.orElse(2) > 2 && cell.word("model.kind").equals("logistic")) {
            report.accept(
                    "model.kind",
                    "logistic tells two classes apart and the data has " + classes.getAsLong() + "; choose softmax");
        }
    }
}
