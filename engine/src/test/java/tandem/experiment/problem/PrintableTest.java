package tandem.experiment.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintableTest {

    @ParameterizedTest
    @CsvSource({
        "1b, 001B",
        "7, 0007",
        "a, 000A",
        "d, 000D",
        "7f, 007F",
        "9b, 009B",
        "2028, 2028",
        "202e, 202E",
        "2069, 2069"
    })
    void whatSteersATerminalIsShownAsItsNumber(String hexadecimal, String shown) {
        String character = Character.toString(Integer.parseInt(hexadecimal, 16));
        assertThat(Printable.of("a" + character + "b")).isEqualTo("a\\u" + shown + "b");
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "größer, 鳶尾花, \ud83c\udf3c,\ttabs and \\ backslashes";
        assertThat(Printable.of(text)).isEqualTo(text);
    }
}
