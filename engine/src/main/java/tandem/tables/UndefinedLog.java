package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;

import java.io.IOException;

/** Takes note of every undefined value that was written to a table. */
@FunctionalInterface
public interface UndefinedLog {

    /** Where a table must not have undefined values. */
    UndefinedLog NONE_EXPECTED = (table, row, column, reason) -> {
        throw new IllegalStateException(
                lenientFormat("%s, row %s: column %s must not be undefined (%s)", table, row, column, reason));
    };

    /**
     * Notes one undefined value.
     *
     * @param table name without {@code .csv}
     * @param row number of the row, from 0, header not counted: the position in a data frame
     */
    void undefined(String table, long row, String column, String reason) throws IOException;
}
