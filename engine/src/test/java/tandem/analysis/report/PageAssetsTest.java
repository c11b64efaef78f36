package tandem.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class PageAssetsTest {
    @Test
    void theChartLibrariesHaveTheirListedDigests() {
        var listed = new TreeSet<String>();
        for (String line : PageAssets.text("vega/SHA256SUMS").split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] parts = line.split(" +", -1);
                listed.add("vega/" + parts[1]);
                assertThat(Hashing.sha256()
                                .hashString(PageAssets.text("vega/" + parts[1]), StandardCharsets.UTF_8)
                                .toString())
                        .as(parts[1])
                        .isEqualTo(parts[0]);
            }
        }
        assertThat(PageAssets.SCRIPTS)
                .containsAll(listed)
                .filteredOn(name -> name.startsWith("vega/"))
                .hasSize(3);
    }

    /** {@code printf a | openssl dgst -sha256 -binary | base64}. */
    @Test
    void aPolicyAllowsATextByItsDigest() {
        assertThat(PageAssets.policy(ImmutableList.of("a"), ImmutableList.of()))
                .isEqualTo("default-src 'none'; script-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=';"
                        + " style-src 'none'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void noScriptEndsItsElementEarly() {
        assertThat(PageAssets.SCRIPTS)
                .allSatisfy(name -> assertThat(PageAssets.text(name)).doesNotContain("</script", "<!--"));
    }
}
