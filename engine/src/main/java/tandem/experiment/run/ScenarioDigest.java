package tandem.experiment.run;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import tandem.experiment.scenario.Scenario;

/** Which experiment a scenario is. */
public final class ScenarioDigest {

    private ScenarioDigest() {}

    /** SHA-256, in hexadecimal, of the resolved scenario. */
    public static String of(Scenario scenario) {
        return Hashing.sha256()
                .hashString(scenario.resolvedYaml(), StandardCharsets.UTF_8)
                .toString();
    }
}
