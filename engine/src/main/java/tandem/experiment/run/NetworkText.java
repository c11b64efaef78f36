package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tandem.experiment.plan.Plan;
import tandem.training.model.Architecture;
import tandem.training.model.Architecture.Placed;
import tandem.training.model.Layer;
import tandem.training.model.Padding;

/** The networks of a plan, layer by layer: what each layer gives, and how many parameters it has. */
final class NetworkText {
    /** Networks that are shown. */
    private static final int MOST = 3;

    private NetworkText() {}

    /** Lines to stand behind the word network; those that go on with it begin with a space. */
    static ImmutableList<String> of(Plan plan) {
        Map<Architecture, Long> cells = new LinkedHashMap<>();
        plan.shapes()
                .forEach(shape -> cells.merge(
                        shape.shape().architecture(), (long) shape.cells().length(), Long::sum));
        var lines = ImmutableList.<String>builder();
        cells.entrySet().stream().limit(MOST).forEach(network -> {
            lines.add(head(network.getKey(), network.getValue()));
            layers(network.getKey(), lines);
        });
        if (cells.size() > MOST) {
            lines.add(String.format(Locale.ROOT, "and %,d more", cells.size() - MOST));
        }
        return lines.build();
    }

    private static String head(Architecture architecture, long cells) {
        return String.format(
                Locale.ROOT,
                "%s in, %s, of %s",
                architecture.input().isImage()
                        ? "image of " + architecture.input()
                        : PlanText.counted(architecture.input().count(), "feature"),
                PlanText.counted(architecture.parameterCount(), "parameter"),
                PlanText.counted(cells, "cell"));
    }

    private static void layers(Architecture architecture, ImmutableList.Builder<String> lines) {
        var placed = architecture.placed();
        var blocks = architecture.blocks();
        int name = placed.stream()
                .mapToInt(layer -> name(layer.layer()).length())
                .max()
                .orElseThrow();
        int shape =
                placed.stream().mapToInt(layer -> output(layer).length()).max().orElseThrow();
        int count =
                String.format(Locale.ROOT, "%,d", architecture.parameterCount()).length();
        for (var layer : placed) {
            String line = String.format(
                    Locale.ROOT,
                    "  %-" + name + "s  %-" + shape + "s  %" + count + "s",
                    name(layer.layer()),
                    output(layer),
                    layer.block() < 0 ? "" : String.format(Locale.ROOT, "%,d", parameters(blocks.get(layer.block()))));
            lines.add(line.stripTrailing());
        }
    }

    private static int parameters(Architecture.Block block) {
        return block.weightCount() + block.biasCount();
    }

    /** An auxiliary classifier lets through what it takes. */
    private static String output(Placed placed) {
        return placed.layer() instanceof Layer.Auxiliary ? "" : placed.output().toString();
    }

    private static String name(Layer layer) {
        return switch (layer) {
            case Layer.Dense _ -> "dense";
            case Layer.Convolution convolution ->
                "convolution " + window(convolution.size(), convolution.stride()) + padding(convolution.padding());
            case Layer.Pooling pooling ->
                pooling.pool().name().toLowerCase(Locale.ROOT) + " pooling " + window(pooling.size(), pooling.stride());
            case Layer.Flatten _ -> "flatten";
            case Layer.BatchNormalization normalization ->
                "batch normalization, " + normalization.form().name().toLowerCase(Locale.ROOT);
            case Layer.Dropout dropout -> "dropout " + dropout.rate();
            case Layer.Activate activate -> activate.activation().name().toLowerCase(Locale.ROOT);
            case Layer.Auxiliary auxiliary -> "auxiliary classifier, weight " + auxiliary.weight();
        };
    }

    private static String window(int size, int stride) {
        return size + " x " + size + (stride == 1 ? "" : ", stride " + stride);
    }

    private static String padding(Padding padding) {
        return switch (padding) {
            case Padding.Same _ -> ", same";
            case Padding.Border(int width) -> width == 0 ? "" : ", padding " + width;
        };
    }
}
