package tandem.training.kernels;

/** Products of small matrices, lane by lane. */
public interface MatrixKernels {

    /**
     * {@code c[i][j] = start[i][j] + sum over k of a[i][k] * b[k][j]}, k ascending, one fma a term.
     *
     * <p>{@code c} may be {@code start}: a sum cut into pieces has the bits of the whole.
     *
     * @param aShift elements added to the place of {@code a}; the other matrices are taken where they are
     * @param rows of {@code a} and {@code c}
     * @param depth number of terms
     */
    void multiply(Product product, Matrix a, int aShift, int rows, int depth);

    /** {@code to[j][i] = from[i][j]}. */
    void transpose(Matrix from, Matrix to, int rows, int columns);
}
