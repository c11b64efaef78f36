package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads epochs.csv as a cursor over its rows: after {@link #next} the accessors hold the row's fields. Numbers are
 * parsed only when asked for, without a CSV library: no field of this table is quoted. The cursor can go back to a
 * row that it marked.
 */
public final class EpochsReader implements Closeable {
    private static final ImmutableList<String> HEADER = Schemas.epochs().header();
    private static final ImmutableList<String> LONG_HEADER =
            Schemas.epochsWithCleanLabels().header();
    private static final byte[][] SPLITS =
            Schemas.SPLITS.stream().map(split -> split.getBytes(UTF_8)).toArray(byte[][]::new);

    private final Path path;
    private final TableBytes file;
    private final byte[] buffer = new byte[1 << 16];
    /** Where in the file the buffer starts. */
    private long bufferStart;
    /** Field f of the row is {@code buffer[bounds[f] .. bounds[f + 1] - 1)}. */
    private final int[] bounds = new int[LONG_HEADER.size() + 1];

    /** Fields of a row. */
    private int fields;

    private int position;
    private int limit;
    private long line;

    /** Where a row starts, to go back there. */
    public record Mark(long offset, long line) {}

    private EpochsReader(Path path, TableBytes file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the table and reads its header.
     *
     * @throws UnusableTableException if the header is not the one of {@link Schemas#epochs}
     */
    public static EpochsReader open(Path path) throws IOException {
        var reader = new EpochsReader(path, new TableBytes(path));
        try {
            reader.readHeader();
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void readHeader() throws IOException {
        int end = lineEnd();
        String header = end < 0 ? "" : new String(buffer, position, end - position, ISO_8859_1);
        line = end < 0 ? 0 : 1;
        if (header.equals(String.join(",", LONG_HEADER))) {
            fields = LONG_HEADER.size();
        } else if (header.equals(String.join(",", HEADER))) {
            fields = HEADER.size();
        } else {
            throw unusable("the header must be " + String.join(",", HEADER)
                    + ", and clean_loss,clean_accuracy behind it where labels are corrupted");
        }
        position = end + 1;
    }

    /**
     * Moves to the next row; false at the end.
     *
     * @throws UnusableTableException if the row has more or fewer fields than the header or the last line does not end
     */
    public boolean next() throws IOException {
        int end = lineEnd();
        if (end < 0) {
            return false;
        }
        line++;
        int field = 0;
        bounds[0] = position;
        for (int i = position; i <= end; i++) {
            if (buffer[i] == ',' || i == end) {
                if (field == fields) {
                    throw unusable(lenientFormat("a row has %s fields; write the table anew", fields));
                }
                bounds[++field] = i + 1;
            }
        }
        if (field < fields) {
            throw unusable(lenientFormat("a row has %s fields, this one %s; write the table anew", fields, field));
        }
        position = end + 1;
        return true;
    }

    /** The place of the current row. */
    public Mark mark() {
        return new Mark(bufferStart + bounds[0], line);
    }

    /** Goes to a marked row: the accessors hold its fields again. */
    public void goTo(Mark mark) throws IOException {
        file.goTo(mark.offset());
        bufferStart = mark.offset();
        position = 0;
        limit = 0;
        line = mark.line() - 1;
        if (!next()) {
            throw unusable("there is no row here any more; write the table anew");
        }
    }

    /**
     * Index of the line feed that ends the row at {@link #position}, its bytes all in the buffer; -1 at the end of the
     * file.
     */
    private int lineEnd() throws IOException {
        int i = position;
        while (true) {
            while (i < limit) {
                if (buffer[i] == '\n') {
                    return i;
                }
                i++;
            }
            i -= position;
            if (!fill()) {
                if (position == limit) {
                    return -1;
                }
                line++;
                throw unusable("the last line has no end: the file is not whole; write the table anew");
            }
        }
    }

    /** Moves the bytes from {@link #position} to the front and reads more behind them; false at the end of the file. */
    private boolean fill() throws IOException {
        int kept = limit - position;
        System.arraycopy(buffer, position, buffer, 0, kept);
        bufferStart += position;
        position = 0;
        limit = kept;
        if (kept == buffer.length) {
            throw unusable("the line is too long for a row of this table");
        }
        int count = file.read(buffer, kept, buffer.length - kept);
        limit += Math.max(0, count);
        return count > 0;
    }

    public long run() {
        return integer(0);
    }

    public int epoch() {
        return (int) integer(1);
    }

    /** Index of the split in {@link Schemas#SPLITS}. */
    public int split() {
        for (int s = 0; s < SPLITS.length; s++) {
            if (Arrays.equals(buffer, bounds[2], bounds[3] - 1, SPLITS[s], 0, SPLITS[s].length)) {
                return s;
            }
        }
        throw unusable(lenientFormat("column split must hold one of %s: '%s'", Schemas.SPLITS, text(2)));
    }

    public double loss() {
        return number(3);
    }

    public double accuracy() {
        return number(4);
    }

    public int correct() {
        return (int) integer(5);
    }

    /** Whether rows have {@link #cleanLoss} and {@link #cleanAccuracy}. */
    public boolean hasCleanLabels() {
        return fields == LONG_HEADER.size();
    }

    public double cleanLoss() {
        return number(HEADER.size());
    }

    public double cleanAccuracy() {
        return number(HEADER.size() + 1);
    }

    private double number(int field) {
        try {
            int from = bounds[field];
            double value = JavaDoubleParser.parseDouble(buffer, from, bounds[field + 1] - 1 - from);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notA("number", field);
        }
        throw notA("finite number", field);
    }

    private long integer(int field) {
        int end = bounds[field + 1] - 1;
        if (bounds[field] == end || end - bounds[field] > 18) {
            throw notA("whole number", field);
        }
        long value = 0;
        for (int i = bounds[field]; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                throw notA("whole number", field);
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private String text(int field) {
        return new String(buffer, bounds[field], bounds[field + 1] - 1 - bounds[field], ISO_8859_1);
    }

    private UnusableTableException notA(String wanted, int field) {
        return unusable(lenientFormat("column %s must hold a %s: '%s'", LONG_HEADER.get(field), wanted, text(field)));
    }

    private UnusableTableException unusable(String sentence) {
        return new UnusableTableException(path, line, sentence);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
