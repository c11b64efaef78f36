package tandem.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.tables.EncodedRows;
import tandem.tables.EncodedTableWriter;
import tandem.tables.EpochRowEncoder;
import tandem.tables.RunSeries;
import tandem.tables.Schemas;
import tandem.tables.SplitSeries;

/** Result tables small enough to check by hand. */
public final class TinyResults {
    private final Path folder;

    public TinyResults(Path folder) {
        this.folder = folder;
    }

    public Path cells(String... lines) throws IOException {
        return write("cells.csv", lines);
    }

    public Path runs(String... lines) throws IOException {
        return write("runs.csv", lines);
    }

    /** The same rows {@code run,cell,replicate,...} with every replicate of a cell so many times. */
    public static List<String> repeated(List<String> runs, int times) {
        var lines = new ArrayList<>(runs.subList(0, 1));
        for (var cell : runs.stream()
                .skip(1)
                .collect(Collectors.groupingBy(row -> row.split(",", -1)[1], LinkedHashMap::new, Collectors.toList()))
                .entrySet()) {
            for (int replicate = 0; replicate < times * cell.getValue().size(); replicate++) {
                String rest =
                        cell.getValue().get(replicate % cell.getValue().size()).split(",", 4)[3];
                lines.add(lines.size() - 1 + "," + cell.getKey() + "," + replicate + "," + rest);
            }
        }
        return lines;
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), Stream.of(lines).collect(Collectors.joining("\n", "", "\n")));
    }

    /** epochs.csv with ten train examples; by run the losses, the number of correct examples being the epoch modulo 11. */
    public Path epochs(ImmutableMap<Long, double[]> losses) throws IOException {
        var encoder = new EpochRowEncoder();
        try (var writer = EncodedTableWriter.create(folder, Schemas.epochs())) {
            for (var run : losses.entrySet()) {
                double[] values = run.getValue();
                int[] correct = new int[values.length];
                for (int t = 0; t < correct.length; t++) {
                    correct[t] = t % 11;
                }
                var train = SplitSeries.of("train", values, correct, 10);
                var series = RunSeries.of(values, values, values, values);
                writer.append(
                        EncodedRows.of(encoder.encode(run.getKey(), ImmutableList.of(train), series), values.length));
            }
            writer.finish();
        }
        return folder.resolve("epochs.csv");
    }

    /** epochs.csv with clean losses and accuracies, from whole rows. */
    public Path epochsWithCleanLabels(String... rows) throws IOException {
        var header = Stream.of(String.join(",", Schemas.epochsWithCleanLabels().header()));
        return write("epochs.csv", Stream.concat(header, Stream.of(rows)).toArray(String[]::new));
    }

    /** epochs.csv from rows {@code run,epoch,split,loss,accuracy,correct}. */
    public Path epochs(List<String> rows) throws IOException {
        var header = Stream.of(String.join(",", Schemas.epochs().header()));
        return write(
                "epochs.csv",
                Stream.concat(header, rows.stream().map(row -> row + ",,,,")).toArray(String[]::new));
    }
}
