package tandem.experiment.export;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import tandem.training.model.Architecture;
import tandem.training.model.Architecture.Block;

/** Parameters, and the running statistics of batch normalizations, one a row. */
final class ParameterTable {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of("layer", "kind", "output", "input", "value");

    private final ExportTable table;
    private final double[] parameters;
    private final double[] statistics;
    private int statisticsAt;

    private ParameterTable(ExportTable table, double[] parameters, double[] statistics) {
        this.table = table;
        this.parameters = parameters;
        this.statistics = statistics;
    }

    /** @param statistics as {@link tandem.training.RunResult#statistics} has them */
    static void write(Path file, Architecture architecture, double[] parameters, double[] statistics)
            throws IOException {
        try (var table = new ExportTable(file, COLUMNS)) {
            var rows = new ParameterTable(table, parameters, statistics);
            var blocks = architecture.blocks();
            for (int b = 0; b < blocks.size(); b++) {
                rows.add(b + 1, blocks.get(b));
            }
        }
    }

    /** Statistics before training. */
    static double[] startStatistics(Architecture architecture) {
        var statistics = ImmutableList.<Double>builder();
        architecture.blocks().stream().filter(Block::isNormalization).forEach(block -> {
            statistics.addAll(Collections.nCopies(block.outputCount(), 0.0));
            statistics.addAll(Collections.nCopies(block.outputCount(), 1.0));
        });
        return Doubles.toArray(statistics.build());
    }

    private void add(int layer, Block block) throws IOException {
        if (block.isNormalization()) {
            int channels = block.outputCount();
            add(layer, "scale", parameters, block.biasesAt(), channels);
            add(layer, "shift", parameters, block.biasesAt() + channels, channels);
            add(layer, "running_mean", statistics, statisticsAt, channels);
            add(layer, "running_variance", statistics, statisticsAt + channels, channels);
            statisticsAt += 2 * channels;
            return;
        }
        for (int o = 0; o < block.outputCount(); o++) {
            for (int i = 0; i < block.inputCount(); i++) {
                double weight = parameters[block.weightsAt() + o * block.inputCount() + i];
                table.add(layer).add("weight").add(o).add(i).add(weight).endRow();
            }
        }
        add(layer, "bias", parameters, block.biasesAt(), block.biasCount());
    }

    private void add(int layer, String kind, double[] values, int at, int count) throws IOException {
        for (int o = 0; o < count; o++) {
            table.add(layer).add(kind).add(o).add("").add(values[at + o]).endRow();
        }
    }
}
