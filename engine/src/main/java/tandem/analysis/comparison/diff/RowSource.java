package tandem.analysis.comparison.diff;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows one after the other. */
interface RowSource extends Closeable {

    /** The next row; null at the end. */
    @Nullable
    KeyedRow next() throws IOException;
}
