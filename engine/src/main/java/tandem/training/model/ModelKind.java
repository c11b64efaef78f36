package tandem.training.model;

/** The families of classifiers. */
public enum ModelKind {
    /** One logit; class 1 iff {@code 1 / (1 + exp(-z)) > threshold}. Two classes only. */
    LOGISTIC,
    /** One logit a class, linear in the features. */
    SOFTMAX,
    /** Dense hidden layers with an activation, then one logit a class. */
    MLP,
    /** Convolutions with pooling, then dense hidden layers, then one logit a class. */
    CNN,
    /** Hidden layers as they are listed, then one logit a class. */
    LAYERS
}
