package tandem.training.kernels;

/**
 * A matrix of lanes inside an array: element {@code (i, j)} of lane {@code l} is {@code values[at + i * rowStride + j * columnStride + l]}. A
 * stride of 0 repeats a row or column; swapping the strides transposes.
 */
public final class Matrix {
    final double[] values;
    final int at;
    final int rowStride;
    final int columnStride;

    private Matrix(double[] values, int at, int rowStride, int columnStride) {
        this.values = values;
        this.at = at;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
    }

    /** Rows of elements side by side, {@code stride} elements from one to the next, from row {@code firstRow} of the array. */
    public static Matrix of(double[] values, int firstRow, int stride, int lanes) {
        return new Matrix(values, Layout.at(firstRow, lanes), stride * lanes, lanes);
    }

    /** One row of elements, repeated as often as asked. */
    public static Matrix repeatedRow(double[] values, int firstRow, int lanes) {
        return new Matrix(values, Layout.at(firstRow, lanes), 0, lanes);
    }

    public Matrix transposed() {
        return new Matrix(values, at, columnStride, rowStride);
    }
}
