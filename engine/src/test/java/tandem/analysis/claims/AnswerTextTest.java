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
import tandem.claims.Contrast;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

class AnswerTextTest {
    private static final String HEADER = "claim,verdict,estimate,ci_low,ci_high,n,rule,replicates_needed\n";

    @TempDir
    private Path folder;

    private String answer(String rows, Claim... claims) throws IOException {
        Path table = Files.writeString(folder.resolve("claims.csv"), HEADER + rows);
        return AnswerText.of("Does *it*\n  help?", ImmutableList.copyOf(claims), table);
    }

    @Test
    void everyClaimHasItsVerdictAndItsEvidence() throws IOException {
        var rises = new Claim(
                "rises",
                "The loss rises.",
                Optional.of("A paper, section 2"),
                ImmutableMap.of("help", "none"),
                "test_loss",
                Optional.of("train_loss"),
                new Expectation.Above(0),
                new Statistic.Mean(),
                Optional.of(new Contrast("training.epochs", "30", "200")),
                0.95,
                false);
        var trend = Claims.mean("trend", new Expectation.Increases("rate", ImmutableList.of("0", "1")));
        var share = Claims.of("share", new Statistic.ShareBelow(2), new Expectation.Above(0.5));
        assertThat(answer("""
            share,undecided,0.6,0.4,0.8,20,clopper_pearson,57
            rises,holds,0.036,0.02,0.052,20,student_t,
            trend,fails,-0.5,-0.5,-0.5,1,exact,
            """, rises, trend, share)).isEqualTo("""
                # Does \\*it\\* help?

                Of 3 claims 1 holds, 1 fails and 1 is undecided.

                - **Undecided.** It is so. (share of replicates below 2.0 in `loss`: 0.60 [0.40, 0.80], 20 replicates; \
                about 57 replicates would decide it)
                - **Holds.** The loss rises. (mean of `test_loss` minus `train_loss`, `training.epochs` 200 minus 30, at `help` none: \
                0.036 [0.020, 0.052], 20 replicates) Source: A paper, section 2.
                - **Fails.** It is so. (mean of `loss`, the step along `rate` that decides: -0.5000, exactly)

                The intervals hold all at once with a confidence of 0.95. \
                Losses are in nats; accuracies and shares go from 0 to 1, so that 0.01 is a point.
                """);
    }

    @Test
    void oneVerdictForAllIsSaidOnce() throws IOException {
        var a = Claims.mean("a", new Expectation.Above(0));
        var b = Claims.mean("b", new Expectation.Above(0));
        String rows = "a,holds,1.0,1.0,1.0,5,exact,\nb,holds,1.0,1.0,1.0,5,exact,\n";
        assertThat(answer(rows, a, b)).contains("\n\nAll 2 claims hold.\n\n- **Holds.** ");
        assertThat(answer("a,fails,1.0,1.0,1.0,5,exact,\n", a)).contains("\n\nThe one claim fails.\n\n- **Fails.** ");
    }
}
