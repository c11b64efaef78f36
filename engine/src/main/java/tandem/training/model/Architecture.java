package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * A classifier for data of known shape: dense layers, each {@code z = W x + b}, with an activation between them.
 *
 * @param outputCount logits: 1 for logistic regression, otherwise one a class
 */
public record Architecture(
        int inputCount, ImmutableList<Integer> hidden, int outputCount, Activation activation, boolean bias) {

    /**
     * A dense layer.
     *
     * @param weightsAt index of its first weight among the parameters; weights are {@code [output][input]}
     * @param biasesAt index of its first bias, behind the weights; meaningless without bias
     */
    public record Layer(int inputCount, int outputCount, int weightsAt, int biasesAt) {

        public int weightCount() {
            return inputCount * outputCount;
        }
    }

    /** The architecture of {@code model} on data of {@code featureCount} features and {@code classCount} classes. */
    public static Architecture of(Model model, int featureCount, int classCount) {
        boolean oneLogit = model.kind() == ModelKind.LOGISTIC;
        checkArgument(
                !oneLogit || classCount == 2,
                "a logistic model separates two classes and the data has %s; use kind softmax",
                classCount);
        return new Architecture(
                featureCount, model.hidden(), oneLogit ? 1 : classCount, model.activation(), model.bias());
    }

    /** First to last. */
    public ImmutableList<Layer> layers() {
        var layers = ImmutableList.<Layer>builder();
        int inputs = inputCount;
        int at = 0;
        for (int l = 0; l <= hidden.size(); l++) {
            int outputs = l < hidden.size() ? hidden.get(l) : outputCount;
            var layer = new Layer(inputs, outputs, at, Math.addExact(at, Math.multiplyExact(inputs, outputs)));
            layers.add(layer);
            at = Math.addExact(layer.biasesAt(), bias ? outputs : 0);
            inputs = outputs;
        }
        return layers.build();
    }

    public int parameterCount() {
        var last = layers().getLast();
        return last.biasesAt() + (bias ? last.outputCount() : 0);
    }

    /** Whether it is {@code z = slope * x + intercept}. */
    public boolean isLine() {
        return hasOneLogit() && inputCount == 1 && hidden.isEmpty() && bias;
    }

    public boolean hasOneLogit() {
        return outputCount == 1;
    }
}
