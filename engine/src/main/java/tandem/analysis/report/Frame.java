package tandem.analysis.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/**
 * Rows for a chart, kept by column: numbers with six digits, more than a chart can show; texts as positions in the list
 * of those that occur.
 */
final class Frame {
    private static final MathContext DIGITS = new MathContext(6);
    /** Whole numbers up to here are written as such. */
    private static final double WHOLE = 1e15;

    private final ImmutableList<Column> columns;
    private int rows;

    private Frame(ImmutableList<Column> columns) {
        this.columns = columns;
    }

    /** An empty frame; a name that starts with {@code #} is a column of numbers, any other one of texts. */
    static Frame of(String... names) {
        var columns = ImmutableList.<Column>builder();
        for (String name : names) {
            columns.add(name.startsWith("#") ? new Numbers(name.substring(1)) : new Texts(name));
        }
        return new Frame(columns.build());
    }

    /** Adds a row: a {@link Number}, {@link OptionalDouble} or {@link String} for each column, as it was declared. */
    void add(Object... fields) {
        checkArgument(fields.length == columns.size(), "%s fields for %s columns", fields.length, columns.size());
        for (int i = 0; i < fields.length; i++) {
            columns.get(i).add(fields[i]);
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    /** How many rows have that text in a column of texts. */
    int count(String column, String text) {
        return columns.stream()
                .mapToInt(one -> one instanceof Texts texts && texts.name.equals(column) ? texts.count(text) : 0)
                .sum();
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("rows", rows);
        json.writeObjectPropertyStart("columns");
        columns.forEach(column -> column.write(json));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The shortest text of a number with six digits; null where it is not finite. */
    static void write(double value, JsonGenerator json) {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(BigDecimal.valueOf(value).round(DIGITS).toString());
        }
    }

    private sealed interface Column {
        void add(Object field);

        void write(JsonGenerator json);
    }

    private static final class Numbers implements Column {
        private final String name;
        private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

        Numbers(String name) {
            this.name = name;
        }

        @Override
        public void add(Object field) {
            values.add(
                    field instanceof OptionalDouble optional
                            ? optional.orElse(Double.NaN)
                            : ((Number) field).doubleValue());
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeArrayPropertyStart(name);
            values.build().forEach(value -> Frame.write(value, json));
            json.writeEndArray();
        }
    }

    private static final class Texts implements Column {
        private final String name;
        private final Map<String, Integer> positions = new LinkedHashMap<>();
        private final List<Integer> codes = new ArrayList<>();

        Texts(String name) {
            this.name = name;
        }

        @Override
        public void add(Object field) {
            codes.add(positions.computeIfAbsent((String) field, _ -> positions.size()));
        }

        int count(String text) {
            return Collections.frequency(codes, positions.get(text));
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeObjectPropertyStart(name);
            json.writeArrayPropertyStart("texts");
            positions.keySet().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("codes");
            codes.forEach(json::writeNumber);
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
