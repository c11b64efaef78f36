package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.SourceText;
import tandem.experiment.scenario.yaml.YamlReader;

/**
 * One key of a scenario.
 *
 * @param documentation one sentence for editors, templates and help
 */
public record Key(String name, Type type, Default otherwise, String documentation) {
    private static final SourceText DEFAULTS = SourceText.ofOption("default");

    public static Key required(String name, Type type, String documentation) {
        return new Key(name, type, new Default.Required(), documentation);
    }

    public static Key optional(String name, Type type, String documentation) {
        return new Key(name, type, new Default.Absent(), documentation);
    }

    /**
     * A key with a default.
     *
     * @param otherwise the default as YAML
     */
    public static Key of(String name, Type type, String otherwise, String documentation) {
        return new Key(name, type, new Default.Fixed(yaml(otherwise)), documentation);
    }

    public Key unless(String sibling, String value) {
        return new Key(name, type, new Default.Unless(sibling, yaml(value)), documentation);
    }

    public Key byChoice(String sibling, ImmutableMap<String, String> cases, Optional<String> other) {
        var nodes = ImmutableMap.<String, Node>builder();
        cases.forEach((choice, value) -> nodes.put(choice, yaml(value)));
        return new Key(
                name, type, new Default.ByChoice(sibling, nodes.buildOrThrow(), other.map(Key::yaml)), documentation);
    }

    private static Node yaml(String text) {
        return YamlReader.read(DEFAULTS, text);
    }
}
