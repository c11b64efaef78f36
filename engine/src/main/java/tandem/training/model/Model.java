package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A classifier before its data is known.
 *
 * @param image what the features are, if they are an image
 * @param layers hidden layers, first to last; none in logistic and softmax regression
 * @param bias whether the last layer has biases
 * @param threshold a logistic model predicts class 1 iff its probability, as a double, is above; the others predict by the largest logit and have {@link #HALF}
 */
public record Model(
        ModelKind kind,
        Optional<Shape> image,
        ImmutableList<Layer> layers,
        boolean bias,
        Start start,
        double threshold) {

    public static final double HALF = 0.5;

    public Model {
        checkArgument(threshold > 0 && threshold < 1, "threshold must lie in (0, 1): %s", threshold);
        checkArgument(
                kind == ModelKind.LOGISTIC || threshold == HALF,
                "only a logistic model has a threshold: %s with %s",
                kind,
                threshold);
        boolean deep = kind == ModelKind.MLP || kind == ModelKind.CNN || kind == ModelKind.LAYERS;
        checkArgument(deep || layers.isEmpty(), "only an mlp or a cnn has hidden layers: %s with %s", kind, layers);
        checkArgument(image.isEmpty() || image.get().isImage(), "an image has height and width: %s", image);
    }

    /** On features, with a threshold of one half and an activation behind every hidden layer. */
    public Model(ModelKind kind, ImmutableList<Integer> hidden, Activation activation, boolean bias, Start start) {
        this(kind, Optional.empty(), dense(hidden, activation, bias), bias, start, HALF);
    }

    /** Dense layers with an activation behind each. */
    public static ImmutableList<Layer> dense(ImmutableList<Integer> units, Activation activation, boolean bias) {
        return units.stream()
                .flatMap(count ->
                        ImmutableList.of(new Layer.Dense(count, bias), new Layer.Activate(activation)).stream())
                .collect(ImmutableList.toImmutableList());
    }

    public Model with(Start changed) {
        return new Model(kind, image, layers, bias, changed, threshold);
    }

    public Model withThreshold(double changed) {
        return new Model(kind, image, layers, bias, start, changed);
    }
}
