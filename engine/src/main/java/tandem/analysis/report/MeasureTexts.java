package tandem.analysis.report;

import tandem.measures.Detail;
import tandem.measures.Measure;
import tandem.measures.Measures;
import tools.jackson.core.JsonGenerator;

/** Units and definitions of the measures, by the name that follows the split's. */
final class MeasureTexts {
    /** Enough epochs and few enough classes for every measure there is. */
    private static final int MANY_EPOCHS = 1_000_000;

    private static final int TWO_CLASSES = 2;

    private MeasureTexts() {}

    static void write(JsonGenerator json) {
        json.writeObjectPropertyStart("measures");
        write("loss", "nats", "mean cross-entropy at the last epoch", json);
        write("accuracy", "share", "share of correctly classified examples at the last epoch", json);
        for (Measure measure : Measures.of(MANY_EPOCHS, TWO_CLASSES, Detail.ALL)) {
            write(measure.column(), measure.unit(), measure.definition(), json);
        }
        json.writeEndObject();
    }

    private static void write(String name, String unit, String definition, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("unit", unit);
        json.writeStringProperty("definition", definition);
        json.writeEndObject();
    }
}
