package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.yaml.Node;

/** Whether given weights and biases fit each other and the layers of the model, as far as that can be said before the data is known. */
final class StartShape {
    private final Settings cell;
    private final BiConsumer<String, String> report;

    StartShape(Settings cell, BiConsumer<String, String> report) {
        this.cell = cell;
        this.report = report;
    }

    void check() {
        if (!cell.has("model.start.weights")) {
            return;
        }
        var weights = items(cell.find("model.start.weights"));
        var hidden = items(cell.find("model.hidden"));
        if (weights.size() != hidden.size() + 1) {
            report.accept(
                    "model.start.weights",
                    "has " + weights.size() + " layers, the model " + (hidden.size() + 1) + "; write one list a layer");
            return;
        }
        for (int layer = 0; layer < weights.size(); layer++) {
            layer(weights, hidden, layer);
        }
        biases(weights);
    }

    private void layer(ImmutableList<Node> weights, ImmutableList<Node> hidden, int layer) {
        String path = "model.start.weights";
        String where = "layer " + layer + " ";
        var outputs = items(weights.get(layer));
        var widths =
                outputs.stream().map(output -> items(output).size()).distinct().toList();
        if (widths.size() > 1) {
            report.accept(
                    path,
                    where + "has outputs with unlike numbers of weights " + widths
                            + "; each needs one weight an input");
        } else if (layer > 0 && widths.getFirst() != units(hidden.get(layer - 1))) {
            report.accept(
                    path,
                    where + "has " + widths.getFirst() + " inputs, the layer before it " + units(hidden.get(layer - 1))
                            + " units");
        }
        if (layer < hidden.size() && outputs.size() != units(hidden.get(layer))) {
            report.accept(
                    path,
                    where + "has " + outputs.size() + " outputs, the model " + units(hidden.get(layer))
                            + " units there");
        }
        if (cell.word("model.kind").equals("logistic") && outputs.size() != 1) {
            report.accept(path, "a logistic model has one output: " + outputs.size());
        }
    }

    private void biases(ImmutableList<Node> weights) {
        var biases = items(cell.find("model.start.biases"));
        if (biases.isEmpty()) {
            return;
        }
        boolean fit = biases.size() == weights.size();
        for (int layer = 0; fit && layer < biases.size(); layer++) {
            fit = items(biases.get(layer)).size() == items(weights.get(layer)).size();
        }
        if (!fit) {
            report.accept("model.start.biases", "must have one list a layer and one bias an output, as weights has");
        }
    }

    private static int units(Node node) {
        return Integer.parseInt(((Node.Scalar) node).text());
    }

    private static ImmutableList<Node> items(@Nullable Node node) {
        return node instanceof Node.Items items ? items.items() : ImmutableList.of();
    }
}
