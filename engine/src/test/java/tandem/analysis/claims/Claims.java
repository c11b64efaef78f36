package tandem.analysis.claims;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.claims.Claim;
import tandem.claims.Contrast;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

/** Claims about the measure {@code loss} for tests. */
final class Claims {
    private Claims() {}

    static Claim mean(String name, Expectation expect) {
        return of(name, new Statistic.Mean(), expect);
    }

    static Claim of(String name, Statistic statistic, Expectation expect) {
        return new Claim(
                name,
                "It is so.",
                Optional.empty(),
                ImmutableMap.of(),
                "loss",
                Optional.empty(),
                expect,
                statistic,
                Optional.empty(),
                0.95,
                false);
    }

    static Claim where(Claim claim, String factor, String level) {
        return new Claim(
                claim.name(),
                claim.says(),
                claim.source(),
                ImmutableMap.of(factor, level),
                claim.measure(),
                claim.minus(),
                claim.expect(),
                claim.statistic(),
                claim.contrast(),
                claim.confidence(),
                claim.exact());
    }

    static Claim contrast(Claim claim, String factor, String from, String to) {
        return new Claim(
                claim.name(),
                claim.says(),
                claim.source(),
                claim.where(),
                claim.measure(),
                claim.minus(),
                claim.expect(),
                claim.statistic(),
                Optional.of(new Contrast(factor, from, to)),
                claim.confidence(),
                claim.exact());
    }

    static Claim minus(Claim claim, String measure) {
        return new Claim(
                claim.name(),
                claim.says(),
                claim.source(),
                claim.where(),
                claim.measure(),
                Optional.of(measure),
                claim.expect(),
                claim.statistic(),
                claim.contrast(),
                claim.confidence(),
                claim.exact());
    }
}
