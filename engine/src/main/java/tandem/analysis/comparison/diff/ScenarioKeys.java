package tandem.analysis.comparison.diff;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tandem.tables.FinishedFolder;
import tandem.tables.ResultFile;

/** The resolved scenario.yaml of a folder as paths and texts: {@code training.batch_size}, {@code 32}. */
final class ScenarioKeys {
    private final ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();

    private ScenarioKeys() {}

    /** In the order of the file; empty where the folder has none that can be read. */
    static Optional<ImmutableMap<String, String>> of(FinishedFolder folder) throws IOException {
        Optional<Path> path = folder.path(ResultFile.SCENARIO);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            var keys = new ScenarioKeys();
            keys.add("", new Load(LoadSettings.builder().build()).loadFromString(Files.readString(path.get())));
            return Optional.of(keys.texts.buildKeepingLast());
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, one) -> add(path.isEmpty() ? String.valueOf(key) : path + "." + key, one));
        } else if (value instanceof List<?> list && areNamed(list)) {
            // Claims stay what they are when another is added before them.
            list.forEach(one -> add(path + "." + ((Map<?, ?>) one).get("name"), one));
        } else {
            texts.put(path, text(value));
        }
    }

    private static boolean areNamed(List<?> list) {
        return !list.isEmpty()
                && list.stream().allMatch(one -> one instanceof Map<?, ?> map && map.containsKey("name"));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(ScenarioKeys::text).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case null -> "";
            default -> value.toString();
        };
    }
}
