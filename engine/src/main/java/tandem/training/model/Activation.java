package tandem.training.model;

/** The function applied to every hidden unit: {@code max(0, z)}, {@code tanh z} or {@code 1 / (1 + exp(-z))}. */
public enum Activation {
    RELU,
    TANH,
    SIGMOID
}
