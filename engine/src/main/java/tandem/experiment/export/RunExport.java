package tandem.experiment.export;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tandem.experiment.recording.SplitName;
import tandem.experiment.run.ReplayedRun;
import tandem.experiment.run.ReplayedRun.Trained;
import tandem.tables.Manifest;
import tandem.training.BatchOrders;
import tandem.training.ClassWeighting;
import tandem.training.RunInput;
import tandem.training.data.Examples;
import tandem.training.data.Split;
import tandem.training.model.StartParameters;
import tandem.training.optimizer.Optimizer;

/**
 * Writes a replayed run: run.json, the examples of each split, the order of the batches, the parameters before and after training, the metrics of every
 * epoch, and README.md, which documents them.
 */
public final class RunExport {
    static final ImmutableList<String> BATCH_COLUMNS = ImmutableList.of("epoch", "position", "example");

    private final Trained trained;
    private final Path folder;

    private RunExport(Trained trained, Path folder) {
        this.trained = trained;
        this.folder = folder;
    }

    /**
     * Writes the files.
     *
     * @param trained of {@code run}
     * @param data the files that the examples came from
     * @param folder exists, and is empty
     */
    public static void write(ReplayedRun run, Trained trained, ImmutableList<Manifest.DataFile> data, Path folder)
            throws IOException {
        var export = new RunExport(trained, folder);
        export.text("run.json", RunJson.of(run, trained, data));
        export.text("README.md", ExportReadme.of(trained));
        export.writeExamples();
        if (takesSteps(trained.input())) {
            export.writeBatches();
        }
        var architecture = trained.input().architecture();
        ParameterTable.write(
                folder.resolve("initial_parameters.csv"),
                architecture,
                export.start(),
                ParameterTable.startStatistics(architecture));
        var result = trained.result();
        if (result.trajectory().divergedEpoch().isEmpty()) {
            Path file = folder.resolve("final_parameters.csv");
            ParameterTable.write(file, architecture, result.parameters(), result.statistics());
        }
        export.writeEpochs();
    }

    /** Whether training goes batch by batch. */
    static boolean takesSteps(RunInput input) {
        return switch (input.training().optimizer()) {
            case Optimizer.None _, Optimizer.Newton _ -> false;
            case Optimizer.Sgd _,
                    Optimizer.Momentum _,
                    Optimizer.Nesterov _,
                    Optimizer.RmsProp _,
                    Optimizer.Adam _,
                    Optimizer.AdamW _ -> true;
        };
    }

    private void text(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private void writeExamples() throws IOException {
        for (var split : trained.input().data().splits().entrySet()) {
            boolean trains = split.getKey() == Split.TRAIN;
            double[] weights = trains ? ClassWeighting.ofExamples(trained.input()) : new double[0];
            write(SplitName.of(split.getKey()) + ".csv", split.getValue(), trains, weights);
        }
    }

    private static ImmutableList<String> exampleColumns(int featureCount, boolean trains) {
        var columns = ImmutableList.<String>builder().add("position", "id");
        for (int f = 0; f < featureCount; f++) {
            columns.add("x" + f);
        }
        columns.add("label", "clean_label");
        return trains ? columns.add("weight").build() : columns.build();
    }

    /** @param weights of each example in the objective; empty where all are 1 */
    private void write(String name, Examples examples, boolean trains, double[] weights) throws IOException {
        int features = examples.featureCount();
        try (var table = new ExportTable(folder.resolve(name), exampleColumns(features, trains))) {
            for (int i = 0; i < examples.count(); i++) {
                table.add(i).add(examples.ids()[i]);
                for (int f = 0; f < features; f++) {
                    table.add(examples.features()[i * features + f]);
                }
                table.add(examples.labels()[i]).add(examples.cleanLabels()[i]);
                if (trains) {
                    table.add(weights.length == 0 ? 1 : weights[i]);
                }
                table.endRow();
            }
        }
    }

    private void writeBatches() throws IOException {
        try (var table = new ExportTable(folder.resolve("batches.csv"), BATCH_COLUMNS)) {
            for (int epoch = 1; epoch <= trained.input().training().epochs(); epoch++) {
                int[] order = BatchOrders.of(trained.input(), epoch);
                for (int position = 0; position < order.length; position++) {
                    table.add(epoch).add(position).add(order[position]).endRow();
                }
            }
        }
    }

    private double[] start() {
        var input = trained.input();
        return StartParameters.of(input.model().start(), input.architecture(), input.weights());
    }

    private void writeEpochs() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("epochs.csv"))) {
            String header = String.join(",", trained.epochsSchema().header()) + "\n";
            out.write(header.getBytes(StandardCharsets.UTF_8));
            out.write(trained.epochs());
        }
    }
}
