package tandem.tables;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two JSON files of a result folder: keys in the order of the records, two spaces, line feeds, a line feed at the
 * end.
 */
final class JsonFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonFile() {}

    static String text(Manifest manifest) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", manifest.schemaVersion());
        root.put("numerics_version", manifest.numericsVersion());
        root.putObject("scenario")
                .put("name", manifest.scenario().name())
                .put("digest", manifest.scenario().digest());
        ArrayNode data = root.putArray("data");
        for (var file : manifest.data()) {
            data.addObject().put("name", file.name()).put("sha256", file.sha256());
        }
        root.put("seed", manifest.seed());
        var counts = manifest.counts();
        root.putObject("counts")
                .put("cells", counts.cells())
                .put("replicates", counts.replicates())
                .put("runs", counts.runs())
                .put("failed", counts.failed())
                .put("diverged", counts.diverged());
        ArrayNode tables = root.putArray("tables");
        for (var table : manifest.tables()) {
            tables.addObject()
                    .put("file", table.file())
                    .put("rows", table.rows())
                    .put("sha256", table.sha256());
        }
        return text(root);
    }

    static String text(Environment environment) {
        return text(MAPPER.createObjectNode()
                .put("tandem_version", environment.tandemVersion())
                .put("host", environment.host())
                .put("processor", environment.processor())
                .put("processors", environment.processors())
                .put("operating_system", environment.operatingSystem())
                .put("jvm", environment.jvm())
                .put("lanes", environment.lanes())
                .put("threads", environment.threads())
                .put("started", environment.started())
                .put("wall_seconds", environment.wallSeconds()));
    }

    /** The manifest of a folder; empty where there is none, or none of Tandem's. */
    static Optional<Manifest> readManifest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(manifest(MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8))));
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Manifest manifest(JsonNode root) {
        JsonNode scenario = root.required("scenario");
        JsonNode counts = root.required("counts");
        return new Manifest(
                root.required("schema_version").asInt(),
                root.required("numerics_version").asInt(),
                new Manifest.ScenarioIdentity(
                        scenario.required("name").asString(),
                        scenario.required("digest").asString()),
                root.required("data")
                        .valueStream()
                        .map(file -> new Manifest.DataFile(
                                file.required("name").asString(),
                                file.required("sha256").asString()))
                        .collect(ImmutableList.toImmutableList()),
                root.required("seed").asLong(),
                new Manifest.Counts(
                        counts.required("cells").asLong(),
                        counts.required("replicates").asLong(),
                        counts.required("runs").asLong(),
                        counts.required("failed").asLong(),
                        counts.required("diverged").asLong()),
                root.required("tables")
                        .valueStream()
                        .map(table -> new WrittenTable(
                                table.required("file").asString(),
                                table.required("rows").asLong(),
                                table.required("sha256").asString()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static String text(ObjectNode root) {
        // The default indenter would take the line separator of the system.
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }
}
