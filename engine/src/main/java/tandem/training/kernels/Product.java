package tandem.training.kernels;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The part of {@code c = start + a b} that stays the same from call to call. Rows of {@code b}, {@code start} and {@code c} hold their columns side
 * by side, so that a kernel reads and writes several columns at one place.
 */
public final class Product {
    final Matrix b;
    final Matrix start;
    final Matrix c;
    final int columns;

    /** @param start may repeat a row, and may be {@code c}, to add to what is there */
    public Product(Matrix b, Matrix start, Matrix c, int columns) {
        checkArgument(
                b.columnStride == c.columnStride && start.columnStride == c.columnStride,
                "columns lie %s, %s and %s elements apart; they must lie side by side",
                b.columnStride,
                start.columnStride,
                c.columnStride);
        this.b = b;
        this.start = start;
        this.c = c;
        this.columns = columns;
    }
}
