package tandem.training.model;

/**
 * How start weights are drawn; biases start at 0.
 *
 * <p>With {@code i} inputs and {@code o} outputs of a layer: Glorot uniform on {@code (-l, l)}, {@code l = sqrt(6 / (i + o))}; Glorot normal
 * with standard deviation {@code sqrt(2 / (i + o))}; He uniform with {@code l = sqrt(6 / i)}; He normal with {@code sqrt(2 / i)}. The normals are
 * not truncated (as in PyTorch; Keras truncates them at two standard deviations).
 *
 * @see "Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural networks, eq. 16"
 * @see "He et al. (2015), Delving deep into rectifiers, eq. 10"
 */
public enum Initializer {
    ZEROS,
    GLOROT_UNIFORM,
    GLOROT_NORMAL,
    HE_UNIFORM,
    HE_NORMAL
}
