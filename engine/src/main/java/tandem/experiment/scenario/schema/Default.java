package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.experiment.scenario.yaml.Node;

/** What holds where a key is not written. */
public sealed interface Default {

    /** The path of the sibling that it depends on, where it depends on one. */
    default Optional<String> dependsOn() {
        return switch (this) {
            case Required _, Absent _, Fixed _ -> Optional.empty();
            case ByChoice(String sibling, var _, var _) -> Optional.of(sibling);
            case Unless(String sibling, var _) -> Optional.of(sibling);
        };
    }

    /** The key must be written. */
    record Required() implements Default {}

    /** The key stays absent, which has a meaning of its own. */
    record Absent() implements Default {}

    /** Always this value. */
    record Fixed(Node value) implements Default {}

    /** Depends on the word at an earlier sibling's path; required where neither a case nor {@code otherwise} fits. */
    record ByChoice(String sibling, ImmutableMap<String, Node> cases, Optional<Node> otherwise) implements Default {}

    /** Holds unless a sibling, which excludes this key, is written. */
    record Unless(String sibling, Node value) implements Default {}
}
