package tandem.analysis.comparison;

import java.io.StringWriter;
import tandem.analysis.comparison.diff.TableDiff;
import tandem.analysis.comparison.diff.TableOutcome;
import tandem.analysis.comparison.means.Comparison;
import tandem.analysis.comparison.means.MeansReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** All answers as JSON: {@code same} and {@code better}; what does not exist is null. */
final class AnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private AnswerJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Answers answers) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            new AnswerJson(json).write("warnings", answers.warnings());
            json.writeArrayPropertyStart("changes");
            answers.changes().forEach(new AnswerJson(json)::write);
            json.writeEndArray();
            json.writeArrayPropertyStart("same");
            answers.same().forEach(new AnswerJson(json)::write);
            json.writeEndArray();
            if (answers.better().isPresent()) {
                json.writeObjectPropertyStart("better");
                new AnswerJson(json).write(answers.better().get());
                json.writeEndObject();
            } else {
                json.writeNullProperty("better");
            }
            json.writeStringProperty("remark", answers.remark());
            json.writeEndObject();
        }
        return text + "\n";
    }

    private void write(Answers.Change change) {
        json.writeStartObject();
        json.writeStringProperty("first", change.first());
        json.writeStringProperty("second", change.second());
        json.writeBooleanProperty("same_scenario", change.diff().same());
        write("remarks", change.diff().remarks());
        json.writeArrayPropertyStart("keys");
        for (var key : change.diff().keys()) {
            json.writeStartObject();
            json.writeStringProperty("key", key.key());
            json.writeStringProperty("first", key.first().orElse(null));
            json.writeStringProperty("second", key.second().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Answers.Same same) {
        json.writeStartObject();
        json.writeStringProperty("first", same.first());
        json.writeStringProperty("second", same.second());
        json.writeBooleanProperty("is_same", same.isSame());
        switch (same) {
            case Answers.SameFolders folders -> {
                json.writeBooleanProperty("same_scenario", folders.diff().sameScenario());
                json.writeArrayPropertyStart("tables");
                folders.diff().tables().forEach(this::write);
                json.writeEndArray();
            }
            case Answers.SameFiles files -> {
                write("keys", files.keys());
                write(files.diff());
            }
        }
        json.writeEndObject();
    }

    private void write(TableOutcome outcome) {
        json.writeStartObject();
        json.writeStringProperty("table", outcome.file().tableName());
        switch (outcome) {
            case TableOutcome.Same same ->
                json.writeStringProperty("outcome", same.ground().text());
            case TableOutcome.Different different -> {
                json.writeStringProperty("outcome", "different");
                write(different.diff());
            }
            case TableOutcome.DifferentDigests _ -> json.writeStringProperty("outcome", "digests differ");
            case TableOutcome.OnlyOne one ->
                json.writeStringProperty("outcome", one.first() ? "only in first" : "only in second");
            case TableOutcome.NotJoined apart -> {
                json.writeStringProperty("outcome", "not joined");
                json.writeStringProperty("reason", apart.reason());
            }
        }
        json.writeEndObject();
    }

    private void write(TableDiff diff) {
        json.writeNumberProperty("rows_first", diff.rows().first());
        json.writeNumberProperty("rows_second", diff.rows().second());
        json.writeNumberProperty("rows_joined", diff.rows().joined());
        json.writeNumberProperty("rows_changed", diff.rows().changed());
        write("columns_only_first", diff.firstColumns());
        write("columns_only_second", diff.secondColumns());
        write("rows_only_first", diff.firstRows());
        write("rows_only_second", diff.secondRows());
        json.writeArrayPropertyStart("columns");
        for (var column : diff.columns()) {
            json.writeStartObject();
            json.writeStringProperty("column", column.column());
            json.writeNumberProperty("count", column.count());
            write("largest_difference", column.largest());
            json.writeStringProperty("at", column.at());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("fields");
        for (var field : diff.fields()) {
            json.writeStartObject();
            json.writeStringProperty("row", field.key());
            json.writeStringProperty("column", field.column());
            json.writeStringProperty("first", field.first());
            json.writeStringProperty("second", field.second());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(String name, Iterable<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void write(String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private void write(MeansReport report) {
        json.writeNumberProperty("comparisons_counted", report.count());
        json.writeNumberProperty("confidence", report.confidence());
        json.writeNumberProperty("level", report.level());
        write("notes", report.notes());
        json.writeArrayPropertyStart("comparisons");
        report.comparisons().forEach(one -> write(one, report));
        json.writeEndArray();
    }

    private void write(Comparison one, MeansReport report) {
        json.writeStartObject();
        json.writeStringProperty("measure", one.measure());
        json.writeObjectPropertyStart("levels");
        for (int f = 0; f < report.factors().size(); f++) {
            json.writeStringProperty(report.factors().get(f), one.levels().get(f));
        }
        json.writeEndObject();
        var fields = MeansCsv.fields(one, report.level());
        for (int c = 0; c < fields.size(); c++) {
            write(MeansCsv.COLUMNS.get(c), fields.get(c));
        }
        json.writeEndObject();
    }

    private void write(String name, String field) {
        if (field.isEmpty()) {
            json.writeNullProperty(name);
        } else if (MeansCsv.TEXTS.contains(name)) {
            json.writeStringProperty(name, field);
        } else {
            json.writeName(name);
            json.writeNumber(field);
        }
    }
}
