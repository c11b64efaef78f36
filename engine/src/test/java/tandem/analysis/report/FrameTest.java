package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

final class FrameTest {
    private static String json(Frame frame) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            frame.write(json);
        }
        return text.toString();
    }

    @Test
    void numbersHaveSixDigitsAndWholeNumbersNoPoint() {
        var frame = Frame.of("#x");
        frame.add(1.0 / 3);
        frame.add(20.0);
        frame.add(7L);
        frame.add(1.23456789e-9);
        frame.add(123456789.5);
        assertThat(json(frame)).isEqualTo("{\"rows\":5,\"columns\":{\"x\":[0.333333,20,7,1.23457E-9,1.23457E+8]}}");
    }

    @Test
    void whatIsNoNumberIsNull() {
        var frame = Frame.of("#x");
        frame.add(OptionalDouble.empty());
        frame.add(Double.NaN);
        frame.add(Double.POSITIVE_INFINITY);
        assertThat(json(frame)).contains("[null,null,null]");
    }

    @Test
    void aTextIsWrittenOnce() {
        var frame = Frame.of("#x", "name");
        frame.add(1, "b");
        frame.add(2, "a");
        frame.add(3, "b");
        assertThat(json(frame))
                .isEqualTo(
                        "{\"rows\":3,\"columns\":{\"x\":[1,2,3],\"name\":{\"texts\":[\"b\",\"a\"],\"codes\":[0,1,0]}}}");
    }

    @Test
    void aRowHasAsManyFieldsAsThereAreColumns() {
        assertThatThrownBy(() -> Frame.of("#x", "y").add(1)).hasMessage("1 fields for 2 columns");
    }
}
