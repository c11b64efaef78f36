package tandem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tandem.cli.Tape.Num;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network of any layers, trained with SGD from an export alone: a second implementation, which knows the files, their documentation and the chain rule. */
final class ExportedNetwork {
    private final Path folder;
    private final JsonNode run;

    /** Parameters and running statistics by {@code layer/kind/output/input}. */
    private final Map<String, Double> values;

    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    private record Example(double[] x, int label) {}

    ExportedNetwork(Path folder) throws IOException {
        this.folder = folder;
        this.run = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
        this.values = read("initial_parameters.csv");
    }

    private List<CSVRecord> table(String name) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var parser = format.parse(Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    private Map<String, Double> read(String name) throws IOException {
        var read = new TreeMap<String, Double>();
        for (var row : table(name)) {
            String key = String.join("/", row.get("layer"), row.get("kind"), row.get("output"), row.get("input"));
            read.put(key, Double.parseDouble(row.get("value")));
        }
        return read;
    }

    /** The largest difference between the numbers and those of a file. */
    double distanceTo(String name) throws IOException {
        var others = read(name);
        return values.entrySet().stream()
                .mapToDouble(entry -> Math.abs(entry.getValue() - others.getOrDefault(entry.getKey(), Double.NaN)))
                .reduce(0, Math::max);
    }

    private List<Example> examples(String split) throws IOException {
        int features = run.required("data").required("features").size();
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

    /** Trains to the end; the mean loss of the train split at the end of every epoch, the start being the first. */
    List<Double> train() throws IOException {
        var train = examples("train");
        int batch = run.at("/training/batch_size").asInt();
        var order = table("batches.csv");
        List<Double> losses = new ArrayList<>(List.of(loss(train)));
        for (int epoch = 1; epoch <= run.at("/training/epochs").asInt(); epoch++) {
            for (int first = 0; first < train.size(); first += batch) {
                List<Example> examples = new ArrayList<>();
                for (int position = first; position < Math.min(first + batch, train.size()); position++) {
                    var row = order.get((epoch - 1) * train.size() + position);
                    examples.add(train.get(Integer.parseInt(row.get("example"))));
                }
                step(examples, epoch, first);
            }
            losses.add(loss(train));
        }
        return losses;
    }

    private double loss(List<Example> examples) {
        var layers = layers(examples, 0, 0);
        return layers.loss(layers.logits(features(examples))).value();
    }

    private ExportedLayers layers(List<Example> examples, int epoch, int position) {
        return new ExportedLayers(
                run, values, examples.stream().map(Example::label).toList(), epoch, position);
    }

    private static List<double[]> features(List<Example> examples) {
        return examples.stream().map(Example::x).toList();
    }

    private void step(List<Example> examples, int epoch, int position) {
        var layers = layers(examples, epoch, position);
        Num minimised = layers.loss(layers.logits(features(examples)));
        for (Num loss : layers.losses) {
            minimised = layers.tape.plus(minimised, loss);
        }
        double[] gradient = layers.tape.gradient(minimised);
        double rate = run.at("/settings/training/optimizer/learning_rate").asDouble();
        double l2 = run.at("/settings/training/penalty/l2").asDouble();
        layers.leaves.forEach((key, leaf) -> {
            double penalty = key.contains("weight") ? 2 * l2 * leaf.value() : 0;
            values.put(key, leaf.value() - rate * (gradient[leaf.index()] + penalty));
        });
    }
}
