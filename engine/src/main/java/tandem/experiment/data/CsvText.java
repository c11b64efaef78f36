package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.base.Utf8;
import com.google.common.io.BaseEncoding;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tandem.experiment.problem.Problem;

/** The bytes of a CSV file with their places, to read them and to point into them. */
final class CsvText {
    /** Longer lines are not shown with a problem: they would not fit a terminal. */
    private static final int LONGEST_EXCERPT = 200;

    static final int MOST_COLUMNS = 100_000;

    private final String file;
    private final byte[] bytes;
    private final int start;

    /** @param file the name to show */
    CsvText(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.start = startsWithByteOrderMark(bytes) ? 3 : 0;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    Reader reader() {
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8);
    }

    /** What makes the bytes unreadable as a whole. */
    Optional<Problem> obstacle() {
        if (!Utf8.isWellFormed(bytes)) {
            return Optional.of(notUtf8());
        }
        int line = 1;
        int commas = 0;
        for (byte b : bytes) {
            commas = b == '\n' ? 0 : b == ',' ? commas + 1 : commas;
            if (commas >= MOST_COLUMNS) {
                return Optional.of(problem(
                        line, 0, "", lenientFormat("more than %s columns; choose fewer features", MOST_COLUMNS)));
            }
            line += b == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private Problem notUtf8() {
        var input = ByteBuffer.wrap(bytes, start, bytes.length - start);
        var output = CharBuffer.allocate(8192);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(input, output, true).isOverflow()) {
            output.clear();
        }
        int bad = input.position();
        int lineStart = bad;
        while (lineStart > start && bytes[lineStart - 1] != '\n') {
            lineStart--;
        }
        int line = 1;
        for (int i = 0; i < lineStart; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        int column = 1 + new String(bytes, lineStart, bad - lineStart, StandardCharsets.UTF_8).length();
        String message = "byte 0x" + BaseEncoding.base16().encode(bytes, bad, 1)
                + " is not UTF-8; save the file with the encoding UTF-8";
        return new Problem(file, line, column, "", message, "");
    }

    /**
     * A problem of this file.
     *
     * @param line from 1; 0 for the file as a whole
     * @param column from 1; 0 for the line as a whole
     */
    Problem problem(int line, int column, String path, String message) {
        String text = line > 0 ? line(line) : "";
        return new Problem(file, line, column, path, message, text.length() <= LONGEST_EXCERPT ? text : "");
    }

    /** A problem of a field, by its index in the line. */
    Problem fieldProblem(int line, int fieldIndex, String path, String message) {
        return problem(line, columnOf(line(line), fieldIndex), path, message);
    }

    private String line(int wanted) {
        int from = start;
        for (int line = 1; line < wanted && from < bytes.length; from++) {
            line += bytes[from] == '\n' ? 1 : 0;
        }
        int to = from;
        while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Where a field starts; 1 if it stands on a later line of a record with line breaks. */
    private static int columnOf(String line, int fieldIndex) {
        boolean quoted = false;
        int index = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (index == fieldIndex) {
                return i + 1;
            }
            if (i < line.length()) {
                quoted ^= line.charAt(i) == '"';
                index += !quoted && line.charAt(i) == ',' ? 1 : 0;
            }
        }
        return 1;
    }

    /** A field as a message shows it. */
    static String shortened(String field) {
        int longest = 40;
        return field.length() <= longest ? field : field.substring(0, longest) + "...";
    }
}
