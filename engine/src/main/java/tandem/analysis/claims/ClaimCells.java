package tandem.analysis.claims;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import tandem.claims.Claim;
import tandem.claims.Contrast;
import tandem.claims.Expectation;
import tandem.tables.TableReader;

/** Which runs a claim is about, and to which of the levels that it compares they belong. */
final class ClaimCells {
    static final int NONE = -1;

    private final Claim claim;
    private final String trend;
    private final ImmutableList<String> trendLevels;

    ClaimCells(Claim claim) {
        this.claim = claim;
        switch (claim.expect()) {
            case Expectation.Increases(String factor, ImmutableList<String> levels) -> {
                this.trend = factor;
                this.trendLevels = levels;
            }
            case Expectation.Decreases(String factor, ImmutableList<String> levels) -> {
                this.trend = factor;
                this.trendLevels = levels;
            }
            case Expectation.Above _, Expectation.Below _, Expectation.Between _, Expectation.Equals _ -> {
                this.trend = "";
                this.trendLevels = ImmutableList.of();
            }
        }
    }

    /** Levels of the trend; 1 where the claim is about none. */
    int stepLevels() {
        return Math.max(1, trendLevels.size());
    }

    /** Sides of the contrast, 2; 1 where there is none. */
    int sides() {
        return claim.contrast().isPresent() ? 2 : 1;
    }

    /** {@code level * sides + side}; {@link #NONE} for a run the claim is not about. */
    int group(TableReader.Fields run) {
        for (Map.Entry<String, String> fixed : claim.where().entrySet()) {
            if (!run.text(fixed.getKey()).equals(fixed.getValue())) {
                return NONE;
            }
        }
        int level = trend.isEmpty() ? 0 : trendLevels.indexOf(run.text(trend));
        int side = claim.contrast().isPresent() ? side(run, claim.contrast().get()) : 0;
        return level < 0 || side < 0 ? NONE : level * sides() + side;
    }

    private static int side(TableReader.Fields run, Contrast contrast) {
        String level = run.text(contrast.factor());
        return level.equals(contrast.from()) ? 0 : level.equals(contrast.to()) ? 1 : NONE;
    }
}
