package tandem.tables;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.tables.Manifest.ScenarioIdentity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The two JSON files of a result folder: keys in the order of the records, two spaces, line feeds, a line feed at the
 * end.
 *
 * <p>Written token by token: Jackson's data binding costs a third of a second in a process that has just started.
 */
final class JsonFile {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonFile() {}

    static String text(Manifest manifest) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema_version", manifest.schemaVersion());
            json.writeNumberProperty("numerics_version", manifest.numericsVersion());
            json.writeObjectPropertyStart("scenario");
            json.writeStringProperty("name", manifest.scenario().name());
            json.writeStringProperty("digest", manifest.scenario().digest());
            json.writeEndObject();
            json.writeArrayPropertyStart("data");
            for (var file : manifest.data()) {
                json.writeStartObject();
                json.writeStringProperty("name", file.name());
                json.writeStringProperty("sha256", file.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberProperty("seed", manifest.seed());
            write(manifest.counts(), json);
            json.writeArrayPropertyStart("tables");
            for (var table : manifest.tables()) {
                write(table, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(Manifest.Counts counts, JsonGenerator json) {
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("cells", counts.cells());
        json.writeNumberProperty("replicates", counts.replicates());
        json.writeNumberProperty("runs", counts.runs());
        json.writeNumberProperty("failed", counts.failed());
        json.writeNumberProperty("diverged", counts.diverged());
        json.writeEndObject();
    }

    private static void write(WrittenTable table, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("file", table.file());
        json.writeNumberProperty("rows", table.rows());
        json.writeStringProperty("sha256", table.sha256());
        json.writeEndObject();
    }

    static String text(Environment environment) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("tandem_version", environment.tandemVersion());
            json.writeStringProperty("host", environment.host());
            json.writeStringProperty("processor", environment.processor());
            json.writeNumberProperty("processors", environment.processors());
            json.writeStringProperty("operating_system", environment.operatingSystem());
            json.writeStringProperty("jvm", environment.jvm());
            json.writeNumberProperty("lanes", environment.lanes());
            json.writeNumberProperty("threads", environment.threads());
            json.writeStringProperty("started", environment.started());
            json.writeNumberProperty("wall_seconds", environment.wallSeconds());
            json.writeEndObject();
        });
    }

    /** The scenario a manifest names; empty where there is no manifest, or none of Tandem's. */
    static Optional<ScenarioIdentity> scenario(Path manifest) throws IOException {
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        String name = null;
        String digest = null;
        boolean versioned = false;
        try (var json =
                FACTORY.createParser(ObjectReadContext.empty(), Files.readString(manifest, StandardCharsets.UTF_8))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (json.streamReadContext().pathAsPointer().toString()) {
                    case "/scenario/name" -> name = stringOr(name, token, json.getString());
                    case "/scenario/digest" -> digest = stringOr(digest, token, json.getString());
                    case "/numerics_version" -> versioned = true;
                    default -> {}
                }
            }
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
        return versioned && name != null && digest != null
                ? Optional.of(new ScenarioIdentity(name, digest))
                : Optional.empty();
    }

    private static @Nullable String stringOr(@Nullable String before, JsonToken token, String text) {
        return token == JsonToken.VALUE_STRING ? text : before;
    }
}
