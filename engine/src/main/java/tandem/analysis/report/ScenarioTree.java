package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;

/** The resolved scenario.yaml of a folder as maps, lists and values; an empty map where the folder has none. */
record ScenarioTree(ImmutableMap<String, Object> root) {

    static ScenarioTree of(StudyTables study) throws IOException, RefusedFolderException {
        var text = study.text(ResultFile.SCENARIO);
        if (text.isEmpty()) {
            return new ScenarioTree(ImmutableMap.of());
        }
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
            return new ScenarioTree(map(new Load(settings).loadFromString(text.get())));
        } catch (YamlEngineException e) {
            throw new RefusedFolderException(
                    study.path(ResultFile.SCENARIO) + " is no YAML any more; run the scenario anew.");
        }
    }

    @Nullable
    Object get(String key) {
        return root.get(key);
    }

    String text(String key) {
        Object value = root.get(key);
        return value == null ? "" : value.toString();
    }

    ImmutableMap<String, Object> map(String key) {
        return map(root.get(key));
    }

    /** The entries of a map in their order; none where the value is no map. Entries without a value are left out. */
    static ImmutableMap<String, Object> map(@Nullable Object value) {
        var entries = ImmutableMap.<String, Object>builder();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                if (one != null) {
                    entries.put(String.valueOf(key), one);
                }
            });
        }
        return entries.buildOrThrow();
    }

    /** The items of a list; none where the value is no list. */
    static ImmutableList<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? ImmutableList.copyOf(list) : ImmutableList.of();
    }
}
