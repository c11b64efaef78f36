package tandem.training.kernels;

/** Norms of single examples' gradients, for a chunk of them; numbers of an example are {@code [example][lane]} from row 0. */
public interface ClipKernels {

    /** {@code out[example] = sum of a[example][j]^2} over j in [0, width), ascending. */
    void rowSquares(Matrix a, int aShift, int width, int count, double[] out);

    /** {@code sum += a b}. */
    void addProducts(double[] a, double[] b, int count, double[] sum);

    /** {@code squares = scale bound / max(sqrt(squares), bound)}; bound is one row. */
    void clipFactors(double[] squares, double[] bound, double scale, int count);
}
