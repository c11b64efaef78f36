package tandem.analysis.claims;

import java.util.Optional;
import java.util.OptionalLong;
import tandem.claims.Claim;
import tandem.claims.Statistic;

/**
 * A claim and what became of it.
 *
 * @param estimated the statistic, for a trend at the step that decides; empty where no replicate has a value
 * @param n replicates with a value
 * @param replicatesNeeded to decide an undecided claim; empty where nobody can say
 */
record Decision(Claim claim, Verdict verdict, Optional<ClaimEstimate> estimated, int n, OptionalLong replicatesNeeded) {

    Rule rule() {
        if (claim.exact()) {
            return Rule.EXACT;
        }
        return estimated.map(ClaimEstimate::rule).orElseGet(this::usual);
    }

    private Rule usual() {
        return switch (claim.statistic()) {
            case Statistic.Mean _ -> Rule.STUDENT_T;
            case Statistic.Quantile _ -> Rule.ORDER_STATISTICS;
            case Statistic.ShareAbove _, Statistic.ShareBelow _ -> Rule.CLOPPER_PEARSON;
        };
    }
}
