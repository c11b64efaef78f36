package tandem.experiment.run;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import tandem.experiment.scenario.Scenario;

/** Which experiment a scenario is. Claims are no part of it: they say what is expected of the runs and change none. */
public final class ScenarioDigest {

    private ScenarioDigest() {}

    /** SHA-256, in hexadecimal, of the resolved scenario without its claims. */
    public static String of(Scenario scenario) {
        return Hashing.sha256()
                .hashString(scenario.experimentYaml(), StandardCharsets.UTF_8)
                .toString();
    }
}
