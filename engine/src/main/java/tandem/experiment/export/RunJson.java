package tandem.experiment.export;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tandem.experiment.recording.SplitName;
import tandem.experiment.run.NumericsVersion;
import tandem.experiment.run.ReplayedRun;
import tandem.experiment.run.ReplayedRun.Trained;
import tandem.experiment.scenario.Cell;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.YamlReader;
import tandem.tables.JsonText;
import tandem.tables.Manifest;
import tandem.tables.Value;
import tandem.training.model.Layer;
import tandem.training.optimizer.Training;
import tools.jackson.core.JsonGenerator;

/** run.json: which run it is, every setting with its default written out, and its row of runs.csv. */
final class RunJson {
    private final ReplayedRun run;
    private final Trained trained;
    private final ImmutableList<Manifest.DataFile> data;
    private final Cell cell;
    private final JsonGenerator json;

    private RunJson(ReplayedRun run, Trained trained, ImmutableList<Manifest.DataFile> data, JsonGenerator json) {
        this.run = run;
        this.trained = trained;
        this.data = data;
        this.cell = run.plan()
                .scenario()
                .cell(run.number() / run.plan().scenario().replicates().count());
        this.json = json;
    }

    static String of(ReplayedRun run, Trained trained, ImmutableList<Manifest.DataFile> data) {
        return JsonText.of(json -> new RunJson(run, trained, data, json).write());
    }

    private void write() {
        var scenario = run.plan().scenario();
        json.writeStartObject();
        json.writeNumberProperty("numerics_version", NumericsVersion.CURRENT);
        json.writeStringProperty("scenario", scenario.name());
        json.writeNumberProperty("run", run.number());
        json.writeNumberProperty("cell", cell.index());
        json.writeNumberProperty(
                "replicate", run.number() % scenario.replicates().count());
        json.writeNumberProperty("seed", scenario.seed());
        json.writeObjectPropertyStart("factors");
        for (int f = 0; f < cell.levels().size(); f++) {
            json.writeStringProperty(
                    scenario.factors().get(f).name(), cell.levels().get(f));
        }
        json.writeEndObject();
        writeData();
        writeLayers();
        NetworkJson.write(trained.input().architecture(), json);
        writeTraining();
        json.writeName("settings");
        write(YamlReader.read("settings", cell.resolvedText().getBytes(StandardCharsets.UTF_8)));
        json.writeObjectPropertyStart("results");
        run.fields().forEach(this::write);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeData() {
        json.writeObjectPropertyStart("data");
        json.writeArrayPropertyStart("files");
        for (var file : data) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeStringProperty("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        var dimensions =
                requireNonNull(run.plan().dimensions().get(cell.conditions().data()));
        write("features", dimensions.featureNames());
        write("classes", trained.input().data().classNames());
        json.writeObjectPropertyStart("examples");
        trained.input()
                .data()
                .splits()
                .forEach((split, examples) -> json.writeNumberProperty(SplitName.of(split), examples.count()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(String name, ImmutableList<String> words) {
        json.writeArrayPropertyStart(name);
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    /** In short, where every layer is dense and all hidden ones have the same activation. */
    private void writeLayers() {
        var architecture = trained.input().architecture();
        if (!architecture.isPlain()) {
            return;
        }
        String activation = architecture.hidden().isEmpty()
                ? "none"
                : ((Layer.Activate) architecture.hidden().get(1))
                        .activation()
                        .name()
                        .toLowerCase(Locale.ROOT);
        json.writeArrayPropertyStart("layers");
        var layers = architecture.blocks();
        for (int l = 0; l < layers.size(); l++) {
            json.writeStartObject();
            json.writeNumberProperty("inputs", layers.get(l).inputCount());
            json.writeNumberProperty("outputs", layers.get(l).outputCount());
            json.writeBooleanProperty("bias", architecture.bias());
            json.writeStringProperty("activation", l < layers.size() - 1 ? activation : "none");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What follows from the settings and the data together. */
    private void writeTraining() {
        Training training = trained.input().training();
        int count = trained.input().data().train().count();
        json.writeObjectPropertyStart("training");
        json.writeNumberProperty("epochs", training.epochs());
        json.writeNumberProperty("batch_size", Math.min(training.batchSize(), count));
        if (trained.input().architecture().hidden().stream().anyMatch(Layer.Dropout.class::isInstance)) {
            json.writeNumberProperty("dropout_seed", trained.input().dropout().seed());
        }
        json.writeArrayPropertyStart("rate_shares");
        for (int epoch = 1; epoch <= training.epochs(); epoch++) {
            json.writeNumber(training.schedule().share(epoch, training.epochs()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Node node) {
        switch (node) {
            case Node.Scalar scalar -> write(scalar);
            case Node.Items items -> {
                json.writeStartArray();
                items.items().forEach(this::write);
                json.writeEndArray();
            }
            case Node.Entries entries -> {
                json.writeStartObject();
                entries.entries().forEach((key, entry) -> {
                    json.writeName(key);
                    write(entry.value());
                });
                json.writeEndObject();
            }
            case Node.Unusable unusable -> throw new IllegalArgumentException("nothing at " + unusable.place());
        }
    }

    private void write(Node.Scalar scalar) {
        String text = scalar.text();
        Long whole = scalar.plain() ? Longs.tryParse(text) : null;
        if (whole != null) {
            json.writeNumber(whole);
        } else if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            json.writeBoolean(text.equals("true"));
        } else if (scalar.plain() && !text.isEmpty() && isNumber(text)) {
            json.writeNumber(Double.parseDouble(text));
        } else {
            json.writeString(text);
        }
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text)) && !Character.isLetter(text.charAt(text.length() - 1));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void write(String column, Value value) {
        switch (value) {
            case Value.Real(double number) -> json.writeNumberProperty(column, number);
            case Value.Count(long count) -> json.writeNumberProperty(column, count);
            case Value.Text(String text) -> json.writeStringProperty(column, text);
            case Value.Undefined _, Value.Blank _ -> json.writeNullProperty(column);
        }
    }
}
