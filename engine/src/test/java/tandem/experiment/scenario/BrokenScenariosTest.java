package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of broken scenario and the exact lines a user sees; the cases lie in {@code broken-*.txt}. */
class BrokenScenariosTest {
    private static final List<String> FILES =
            List.of("syntax", "keys", "contradictions", "factors", "record", "claims", "layers");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachMistakeIsNamedWithItsPlaceAndAWayOut(String title, String yaml, List<String> expected) {
        assertThat(Texts.problems(yaml)).as(title).containsExactlyElementsOf(expected);
    }

    static List<Arguments> cases() throws IOException {
        var cases = new ArrayList<Arguments>();
        for (String file : FILES) {
            var resource = Resources.getResource(BrokenScenariosTest.class, "broken-" + file + ".txt");
            String text = Resources.toString(resource, StandardCharsets.UTF_8);
            for (String one : Splitter.on("### ").omitEmptyStrings().split(text)) {
                int title = one.indexOf('\n');
                int end = one.indexOf(">>>\n");
                cases.add(Arguments.of(
                        one.substring(0, title),
                        one.substring(title + 1, end),
                        one.substring(end + 4).lines().toList()));
            }
        }
        return cases;
    }
}
