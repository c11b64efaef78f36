package tandem.experiment.scenario.yaml;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.UnusableInputException;

/** From bytes to text that a YAML parser may see: UTF-8 only, at most 1 MiB, printable. */
final class YamlBytes {
    static final int LARGEST = 1 << 20;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private YamlBytes() {}

    /** @throws UnusableInputException when the bytes cannot be a scenario */
    static SourceAndText decode(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw unusable(file, "is larger than 1 MiB; a scenario is a short text");
        }
        String text = decodeUtf8(file, bytes);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        var source = SourceText.ofFile(file, text);
        checkPrintable(source, text);
        return new SourceAndText(source, text);
    }

    private static String decodeUtf8(String file, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw unusable(file, "is not UTF-8 text; save it with the encoding UTF-8");
        }
    }

    private static void checkPrintable(SourceText source, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                String message =
                        String.format(Locale.ROOT, "the character U+%04X is not allowed; remove it", character);
                throw new UnusableInputException(new Problem(source.file(), line, column, "", message, ""));
            }
            line += character == '\n' ? 1 : 0;
            column = character == '\n' ? 1 : column + 1;
        }
    }

    private static UnusableInputException unusable(String file, String message) {
        return new UnusableInputException(ImmutableList.of(new Problem(file, 0, 0, "", message, "")));
    }

    record SourceAndText(SourceText source, String text) {}
}
