package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What the command line changes in a scenario, as typed; checked together with the file.
 *
 * @param set {@code path=value}, the value as YAML
 * @param factors {@code path=a,b}, {@code path=[a, b]} or {@code path=from:to:step}
 * @param replicates a number
 * @param seed a number
 */
public record Overrides(
        ImmutableList<String> set, ImmutableList<String> factors, Optional<String> replicates, Optional<String> seed) {

    public static final Overrides NONE =
            new Overrides(ImmutableList.of(), ImmutableList.of(), Optional.empty(), Optional.empty());
}
