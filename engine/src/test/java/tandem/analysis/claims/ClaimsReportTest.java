package tandem.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.claims.Claim;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

class ClaimsReportTest {
    private static final String HEADER = "claim,verdict,estimate,ci_low,ci_high,n,rule,replicates_needed\n";

    @TempDir
    private Path folder;

    private ClaimsReport report(String rows, Claim... claims) throws IOException {
        Path table = Files.writeString(folder.resolve("claims.csv"), HEADER + rows);
        return ClaimsReport.read(table, ImmutableList.copyOf(claims));
    }

    private static Claim claim(String name, String says) {
        return new Claim(
                name,
                says,
                Optional.empty(),
                ImmutableMap.of(),
                "loss",
                Optional.empty(),
                new Expectation.Above(0),
                new Statistic.Mean(),
                Optional.empty(),
                0.95,
                false);
    }

    @Test
    void everyClaimHasItsLine() throws IOException {
        var report =
                report("""
                    a,holds,1.5,0.5183784192612214,2.4816215807387785,5,student_t,
                    b,undecided,-0.0123456,-0.0223,0.0101,20,student_t,57
                    c,fails,0.9,0.683,,20,clopper_pearson,
                    d,holds,0.125,0.125,0.125,1,exact,
                    e,undecided,,,,0,student_t,
                    """, claim("a", "Loss falls."), claim("b", "Two\n  lines."), claim("c", "C."), claim("d", "D."));
        // 1.5 down to the second digit of 2.48 - 0.52 = 1.96
        assertThat(report.toText()).isEqualTo("""
            verdict    estimate  interval         n   claim
            holds      1.5       [0.5, 2.5]       5   Loss falls.
            undecided  -0.012    [-0.022, 0.010]  20  Two lines. (about 57 replicates would decide it)
            fails      0.9000    [0.6830, inf)    20  C.
            holds      0.1250    exact            1   D.
            undecided  -         (-inf, inf)      0   e
            """);
        assertThat(report.allHold()).isFalse();
    }

    @Test
    void allHoldWhereEachDoes() throws IOException {
        assertThat(report("a,holds,1.0,1.0,1.0,5,exact,\n", claim("a", "A.")).allHold())
                .isTrue();
        assertThat(report("a,undecided,1.0,,,1,student_t,\n", claim("a", "A.")).allHold())
                .isFalse();
    }

    @Test
    void nothingIsToldWhereNothingIsClaimed() throws IOException {
        assertThat(report("").toText()).isEmpty();
    }
}
