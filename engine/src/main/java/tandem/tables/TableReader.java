package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a table row by row, fields by column name; memory holds one row. A byte order mark is passed over, and a row may
 * have {@value RowLimit#LARGEST} characters: beyond that a quote is missing rather than the text so long.
 */
public final class TableReader implements Closeable {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private static final CSVFormat FORMAT = RowPrinter.FORMAT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            // pandas gives the column with the numbers of rows no name
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private final Path path;
    private final RowLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final ImmutableList<String> columns;

    private TableReader(Path path, RowLimit limit, CSVParser parser) {
        this.path = path;
        this.limit = limit;
        this.parser = parser;
        this.records = parser.iterator();
        this.columns = ImmutableList.copyOf(parser.getHeaderNames());
    }

    /**
     * Opens a table and reads its header.
     *
     * @throws UnusableTableException if there is no header or it names a column twice
     */
    public static TableReader open(Path path) throws IOException {
        // The decoder, unlike the charset, refuses bytes that are no UTF-8 instead of replacing them.
        var reader =
                new BufferedReader(new InputStreamReader(TableFile.stream(path), StandardCharsets.UTF_8.newDecoder()));
        try {
            skipByteOrderMark(reader);
            var limit = new RowLimit(reader);
            return new TableReader(
                    path,
                    limit,
                    CSVParser.builder().setReader(limit).setFormat(FORMAT).get());
        } catch (IllegalArgumentException | IOException e) {
            reader.close();
            throw new UnusableTableException(path, 1, "this is not the header of a table: " + sentence(e));
        }
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static String sentence(Exception e) {
        return e instanceof CharacterCodingException
                ? "it is not text in UTF-8; save the file in that encoding"
                : String.valueOf(e.getMessage());
    }

    public ImmutableList<String> columns() {
        return columns;
    }

    public boolean hasNext() {
        try {
            limit.nextRow();
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw unusable(e);
        }
    }

    /**
     * The next row.
     *
     * @throws UnusableTableException if the row has more or fewer fields than the header, or cannot be parsed
     */
    public Fields next() {
        try {
            limit.nextRow();
            CSVRecord fields = records.next();
            if (!fields.isConsistent()) {
                throw new UnusableTableException(
                        path,
                        parser.getCurrentLineNumber(),
                        lenientFormat(
                                "this row has %s fields where the header has %s; write the table anew",
                                fields.size(), columns.size()));
            }
            return new Fields(path, parser.getCurrentLineNumber(), fields);
        } catch (UncheckedIOException e) {
            throw unusable(e);
        }
    }

    private RuntimeException unusable(UncheckedIOException e) {
        return switch (e.getCause()) {
            case CSVException _ ->
                new UnusableTableException(
                        path, parser.getCurrentLineNumber(), "this is not a row of a table: " + e.getMessage());
            case CharacterCodingException coding ->
                new UnusableTableException(path, parser.getCurrentLineNumber() + 1, sentence(coding));
            case RowLimit.RowTooLongException tooLong ->
                new UnusableTableException(
                        path, parser.getCurrentLineNumber() + 1, String.valueOf(tooLong.getMessage()));
            case null, default -> e;
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** The fields of one row; they stay as they are when the next one is read. */
    public static final class Fields {
        private final Path path;
        private final long line;
        private final CSVRecord fields;

        private Fields(Path path, long line, CSVRecord fields) {
            this.path = path;
            this.line = line;
            this.fields = fields;
        }

        /** Where the row ends in the file, from 1. */
        public long line() {
            return line;
        }

        /** The field of the column at a position of {@link TableReader#columns}. */
        public String at(int column) {
            return fields.get(column);
        }

        /** The field as it stands; empty where undefined. */
        public String text(String column) {
            if (!fields.isMapped(column)) {
                throw new UnusableTableException(path, 1, "there is no column " + column);
            }
            return fields.get(column);
        }

        /** The number; empty where the field is. */
        public OptionalDouble number(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException e) {
                throw unusable(column, text, "number");
            }
            throw unusable(column, text, "finite number");
        }

        /** The constant whose name the field holds in lower case; there must be one. */
        public <T extends Enum<T>> T choice(String column, Class<T> constants) {
            String text = text(column);
            for (T constant : constants.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return constant;
                }
            }
            throw unusable(column, text, constants.getSimpleName().toLowerCase(Locale.ROOT));
        }

        /** The whole number; there must be one. */
        public long integer(String column) {
            String text = text(column);
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw unusable(column, text, "whole number");
            }
        }

        private UnusableTableException unusable(String column, String text, String wanted) {
            return new UnusableTableException(
                    path, line, lenientFormat("column %s must hold a %s: '%s'", column, wanted, text));
        }
    }
}
