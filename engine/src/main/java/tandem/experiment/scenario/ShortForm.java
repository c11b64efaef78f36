package tandem.experiment.scenario;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import tandem.experiment.scenario.LayersReader.Written;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.model.Activation;
import tandem.training.model.Layer;

/**
 * The layers that the kinds mlp and cnn stand for. A hidden layer is a convolution or a dense one, then batch normalization, the activation, behind a convolution pooling,
 * then dropout, each where asked for; an auxiliary classifier comes last.
 */
final class ShortForm {
    private final Settings model;
    private final ImmutableList<Integer> filters;
    private final ImmutableList<Integer> hidden;
    private final ImmutableSet<Integer> after;
    private final ImmutableList.Builder<Written> layers = ImmutableList.builder();
    private int finished;

    ShortForm(Settings model) {
        this.model = model;
        this.filters = ConditionsReader.list(model.find("filters"), ConditionsReader::integer);
        this.hidden = ConditionsReader.list(model.find("hidden"), ConditionsReader::integer);
        this.after = after();
    }

    /** Hidden layers, convolutions included. */
    int hiddenCount() {
        return filters.size() + hidden.size();
    }

    private ImmutableSet<Integer> after() {
        if (!(model.find("auxiliary") instanceof Node.Entries)) {
            return ImmutableSet.of();
        }
        var written = ConditionsReader.list(model.find("auxiliary.after"), ConditionsReader::integer);
        return written.isEmpty()
                ? IntStream.range(1, hiddenCount()).boxed().collect(toImmutableSet())
                : ImmutableSet.copyOf(written);
    }

    ImmutableList<Written> layers() {
        for (int i = 0; i < filters.size(); i++) {
            String path = "model.filters[" + i + "]";
            var padding = LayersReader.padding(model.text("padding"));
            add(new Layer.Convolution(filters.get(i), model.whole("size"), 1, padding, model.flag("bias")), path);
            finish(pooling(), path);
        }
        if (!filters.isEmpty()) {
            add(new Layer.Flatten(), "model.filters");
        }
        for (int i = 0; i < hidden.size(); i++) {
            String path = "model.hidden[" + i + "]";
            add(new Layer.Dense(hidden.get(i), model.flag("bias")), path);
            finish(Optional.empty(), path);
        }
        return layers.build();
    }

    private void add(Layer layer, String path) {
        layers.add(new Written(layer, path));
    }

    private void finish(Optional<Layer> pooling, String path) {
        if (model.find("batch_normalization") instanceof Node.Entries) {
            add(LayersReader.normalization(model.section("batch_normalization")), "model.batch_normalization");
        }
        add(new Layer.Activate(model.choice("activation", Activation.class)), "model.activation");
        pooling.ifPresent(layer -> add(layer, path));
        double rate = model.has("dropout") ? model.real("dropout") : 0;
        if (rate > 0) {
            add(new Layer.Dropout(rate), "model.dropout");
        }
        if (after.contains(++finished)) {
            double weight = model.section("auxiliary").real("weight");
            add(new Layer.Auxiliary(weight, model.flag("bias")), "model.auxiliary");
        }
    }

    private Optional<Layer> pooling() {
        int size = model.whole("pool_size");
        return switch (model.text("pooling")) {
            case "max" -> Optional.of(new Layer.Pooling(Layer.Pool.MAX, size, size));
            case "average" -> Optional.of(new Layer.Pooling(Layer.Pool.AVERAGE, size, size));
            default -> Optional.empty();
        };
    }
}
