package tandem.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What shard.json says of the folder of a shard.
 *
 * @param index from 1
 * @param count of all shards
 * @param scenario name of the scenario
 * @param command the command that trains all runs, as it was typed
 */
public record ShardFile(int index, int count, String scenario, String command) {

    /** What a folder says; empty where it is no shard's. */
    public static Optional<ShardFile> in(Path folder) throws IOException, RefusedFolderException {
        Path file = folder.resolve(ResultFile.SHARD.fileName());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
            return Optional.of(new ShardFile(
                    json.required("shard").asInt(),
                    json.required("of").asInt(),
                    json.required("scenario").asString(),
                    json.required("command").asString()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RefusedFolderException(file + " is damaged; train the shard again with --force.");
        }
    }

    /** As JSON. */
    public String text() {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("shard", index);
            json.writeNumberProperty("of", count);
            json.writeStringProperty("scenario", scenario);
            json.writeStringProperty("command", command);
            json.writeEndObject();
        });
    }
}
