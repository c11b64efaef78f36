package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a manifest back. */
final class ManifestReader {
    private ManifestReader() {}

    /**
     * The manifest in a file.
     *
     * @throws RefusedFolderException if it is of another schema version, or is not a manifest
     */
    static Manifest read(Path file) throws IOException, RefusedFolderException {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            int version = json.required("schema_version").asInt();
            if (version != Manifest.SCHEMA_VERSION) {
                throw new RefusedFolderException(lenientFormat(
                        "%s is of schema version %s and this Tandem reads version %s; run the scenario anew.",
                        file, version, Manifest.SCHEMA_VERSION));
            }
            return manifest(version, json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RefusedFolderException(file + " is damaged; run the scenario anew.");
        }
    }

    private static Manifest manifest(int version, JsonNode json) {
        var data = ImmutableList.<Manifest.DataFile>builder();
        for (JsonNode one : json.required("data")) {
            data.add(new Manifest.DataFile(text(one, "name"), text(one, "sha256")));
        }
        var tables = ImmutableList.<WrittenTable>builder();
        for (JsonNode one : json.required("tables")) {
            tables.add(new WrittenTable(text(one, "file"), number(one, "rows"), text(one, "sha256")));
        }
        JsonNode scenario = json.required("scenario");
        JsonNode counts = json.required("counts");
        return new Manifest(
                version,
                (int) number(json, "numerics_version"),
                new Manifest.ScenarioIdentity(text(scenario, "name"), text(scenario, "digest")),
                data.build(),
                number(json, "seed"),
                new Manifest.Counts(
                        number(counts, "cells"),
                        number(counts, "replicates"),
                        number(counts, "runs"),
                        number(counts, "failed"),
                        number(counts, "diverged")),
                tables.build());
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).asString();
    }

    private static long number(JsonNode json, String key) {
        return json.required(key).asLong();
    }
}
