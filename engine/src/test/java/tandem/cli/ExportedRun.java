package tandem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network with one hidden layer, trained with Adam in plain double loops from an export alone: a second implementation, which knows the files and their
 * documentation, and nothing of the engine.
 */
final class ExportedRun {
    private final Path folder;
    private final JsonNode json;
    private final double[][][] weights;
    private final double[][] biases;
    private final boolean tanh;
    private int step;

    /** By epoch: losses and accuracies of a split. */
    record Scores(double loss, double accuracy) {}

    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    private record Example(double[] x, int label) {}

    ExportedRun(Path folder) throws IOException {
        this.folder = folder;
        this.json = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
        var layers = json.required("layers");
        this.weights = new double[layers.size()][][];
        this.biases = new double[layers.size()][];
        this.tanh = layers.get(0).required("activation").asString().equals("tanh");
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new double[layers.get(l).required("outputs").asInt()]
                    [layers.get(l).required("inputs").asInt()];
            biases[l] = new double[weights[l].length];
        }
        read("initial_parameters.csv", weights, biases);
    }

    private List<CSVRecord> table(String name) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var parser = format.parse(Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    private void read(String name, double[][][] w, double[][] b) throws IOException {
        for (var row : table(name)) {
            int layer = Integer.parseInt(row.get("layer")) - 1;
            int output = Integer.parseInt(row.get("output"));
            double value = Double.parseDouble(row.get("value"));
            if (row.get("kind").equals("bias")) {
                b[layer][output] = value;
            } else {
                w[layer][output][Integer.parseInt(row.get("input"))] = value;
            }
        }
    }

    /** The largest difference between the parameters and those of a file. */
    double distanceTo(String name) throws IOException {
        double[][][] w = new double[weights.length][][];
        double[][] b = new double[biases.length][];
        for (int l = 0; l < w.length; l++) {
            w[l] = new double[weights[l].length][weights[l][0].length];
            b[l] = new double[biases[l].length];
        }
        read(name, w, b);
        double distance = 0;
        for (int l = 0; l < w.length; l++) {
            for (int o = 0; o < b[l].length; o++) {
                distance = Math.max(distance, Math.abs(b[l][o] - biases[l][o]));
                for (int i = 0; i < w[l][o].length; i++) {
                    distance = Math.max(distance, Math.abs(w[l][o][i] - weights[l][o][i]));
                }
            }
        }
        return distance;
    }

    private List<Example> examples(String split) throws IOException {
        int features = json.required("data").required("features").size();
        List<Example> examples = new ArrayList<>();
        for (var row : table(split + ".csv")) {
            double[] x = new double[features];
            for (int f = 0; f < features; f++) {
                x[f] = Double.parseDouble(row.get("x" + f));
            }
            examples.add(new Example(x, Integer.parseInt(row.get("label"))));
        }
        return examples;
    }

    /** Trains to the end; what each split scored at the end of every epoch, the start being the first. */
    Map<String, List<Scores>> train() throws IOException {
        var train = examples("train");
        var validation = examples("validation");
        var training = json.required("training");
        int batch = training.required("batch_size").asInt();
        var order = table("batches.csv");
        var trainScores = new ArrayList<>(List.of(score(train)));
        var validationScores = new ArrayList<>(List.of(score(validation)));
        var adam = new Adam(json.required("settings").required("training"));
        for (int epoch = 0; epoch < training.required("epochs").asInt(); epoch++) {
            double share = training.required("rate_shares").get(epoch).asDouble();
            for (int first = 0; first < train.size(); first += batch) {
                int last = Math.min(first + batch, train.size());
                List<Example> examples = new ArrayList<>();
                for (int position = first; position < last; position++) {
                    var row = order.get(epoch * train.size() + position);
                    examples.add(train.get(Integer.parseInt(row.get("example"))));
                }
                adam.step(examples, share);
            }
            trainScores.add(score(train));
            validationScores.add(score(validation));
        }
        return Map.of("train", trainScores, "validation", validationScores);
    }

    private double[] hidden(double[] x) {
        double[] a = new double[biases[0].length];
        for (int o = 0; o < a.length; o++) {
            double z = biases[0][o];
            for (int i = 0; i < x.length; i++) {
                z += weights[0][o][i] * x[i];
            }
            a[o] = tanh ? StrictMath.tanh(z) : Math.max(0, z);
        }
        return a;
    }

    private double[] logits(double[] a) {
        double[] z = new double[biases[1].length];
        for (int o = 0; o < z.length; o++) {
            z[o] = biases[1][o];
            for (int i = 0; i < a.length; i++) {
                z[o] += weights[1][o][i] * a[i];
            }
        }
        return z;
    }

    private Scores score(List<Example> examples) {
        double loss = 0;
        double right = 0;
        for (var example : examples) {
            double[] z = logits(hidden(example.x));
            int predicted = 0;
            double sum = 0;
            for (int c = 0; c < z.length; c++) {
                sum += StrictMath.exp(z[c]);
                predicted = z[c] > z[predicted] ? c : predicted;
            }
            loss += StrictMath.log(sum) - z[example.label];
            right += predicted == example.label ? 1 : 0;
        }
        return new Scores(loss / examples.size(), right / examples.size());
    }

    /** Gradients, moments and the update of all parameters. */
    private final class Adam {
        private final double rate;
        private final double beta1;
        private final double beta2;
        private final double epsilon;
        private final boolean keras;
        private final double l2;
        private final double[][][] m = moments();
        private final double[][][] v = moments();

        Adam(JsonNode settings) {
            var optimizer = settings.required("optimizer");
            rate = optimizer.required("learning_rate").asDouble();
            beta1 = optimizer.required("beta1").asDouble();
            beta2 = optimizer.required("beta2").asDouble();
            epsilon = optimizer.required("epsilon").asDouble();
            keras = optimizer.required("form").asString().equals("keras");
            l2 = settings.required("penalty").required("l2").asDouble();
        }

        /** By layer and unit: weights, and the bias behind them. */
        private double[][][] moments() {
            double[][][] moments = new double[weights.length][][];
            for (int l = 0; l < moments.length; l++) {
                moments[l] = new double[weights[l].length][weights[l][0].length + 1];
            }
            return moments;
        }

        void step(List<Example> batch, double share) {
            step++;
            double[][][] g = moments();
            for (var example : batch) {
                addGradient(example, g, 1.0 / batch.size());
            }
            for (int l = 0; l < g.length; l++) {
                for (int o = 0; o < g[l].length; o++) {
                    int bias = g[l][o].length - 1;
                    for (int i = 0; i < bias; i++) {
                        weights[l][o][i] -= update(l, o, i, g[l][o][i] + 2 * l2 * weights[l][o][i], share);
                    }
                    biases[l][o] -= update(l, o, bias, g[l][o][bias], share);
                }
            }
        }

        private double update(int l, int o, int i, double g, double share) {
            m[l][o][i] = beta1 * m[l][o][i] + (1 - beta1) * g;
            v[l][o][i] = beta2 * v[l][o][i] + (1 - beta2) * g * g;
            double c1 = 1 - StrictMath.pow(beta1, step);
            double c2 = 1 - StrictMath.pow(beta2, step);
            return keras
                    ? rate * share * Math.sqrt(c2) / c1 * m[l][o][i] / (Math.sqrt(v[l][o][i]) + epsilon)
                    : rate * share / c1 * m[l][o][i] / (Math.sqrt(v[l][o][i] / c2) + epsilon);
        }

        private void addGradient(Example example, double[][][] g, double share) {
            double[] a = hidden(example.x);
            double[] z = logits(a);
            double sum = 0;
            for (double logit : z) {
                sum += StrictMath.exp(logit);
            }
            double[] back = new double[a.length];
            for (int c = 0; c < z.length; c++) {
                double d = (StrictMath.exp(z[c]) / sum - (c == example.label ? 1 : 0)) * share;
                for (int i = 0; i < a.length; i++) {
                    g[1][c][i] += d * a[i];
                    back[i] += d * weights[1][c][i];
                }
                g[1][c][a.length] += d;
            }
            for (int o = 0; o < a.length; o++) {
                double d = back[o] * (tanh ? 1 - a[o] * a[o] : a[o] > 0 ? 1 : 0);
                for (int i = 0; i < example.x.length; i++) {
                    g[0][o][i] += d * example.x[i];
                }
                g[0][o][example.x.length] += d;
            }
        }
    }
}
