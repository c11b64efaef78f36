package tandem.tables;

import com.google.common.collect.ImmutableList;

/**
 * Some rows of a table as the bytes of its file.
 *
 * @param count how many they are
 * @param undefined their undefined fields, in order
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
public record EncodedRows(byte[] bytes, long count, ImmutableList<UndefinedField> undefined) {
    public static final EncodedRows NONE = of(new byte[0], 0);

    /** Rows without an undefined field. */
    public static EncodedRows of(byte[] bytes, long count) {
        return new EncodedRows(bytes, count, ImmutableList.of());
    }

    /** @param row counted from the first of these rows, from 0 */
    public record UndefinedField(long row, String column, String reason) {}
}
