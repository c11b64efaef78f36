package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that take longer than {@link GoldenTest} has time for come out to the byte too. */
@Tag("proofs")
final class LibraryProof {

    static List<String> scenarios() throws IOException {
        return Regenerated.scenarios().stream()
                .filter(Predicate.not(Regenerated::isQuick))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("scenarios")
    void thePublishedTablesReproduceToTheByte(String scenario) throws IOException {
        Regenerated.assertPublished(scenario);
    }

    @Test
    void everyScenarioIsHeldToItsBytesSomewhere() throws IOException {
        assertThat(Regenerated.scenarios().size())
                .isEqualTo(scenarios().size() + Regenerated.quickScenarios().size());
    }
}
