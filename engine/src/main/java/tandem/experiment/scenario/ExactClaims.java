package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Map;
import tandem.claims.Claim;
import tandem.claims.Contrast;
import tandem.experiment.grid.Factor;

/** Finds out which claims are exact: those about cells with which chance has nothing to do. */
final class ExactClaims {
    private final Scenario scenario;
    private final ImmutableList<String> factors;

    private ExactClaims(Scenario scenario) {
        this.scenario = scenario;
        this.factors = scenario.factors().stream().map(Factor::name).collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<Claim> in(Scenario scenario, ImmutableList<Claim> claims) {
        return claims.isEmpty() ? claims : new ExactClaims(scenario).told(claims);
    }

    private ImmutableList<Claim> told(ImmutableList<Claim> claims) {
        var undecided = new ArrayList<>(claims);
        var replicates = scenario.replicates();
        for (long i = 0; i < scenario.grid().cellCount() && !undecided.isEmpty(); i++) {
            Cell cell = scenario.cell(i);
            if (!Chance.hasNoPartIn(cell.conditions(), replicates)) {
                undecided.removeIf(claim -> isAbout(claim, cell));
            }
        }
        return claims.stream()
                .map(claim -> claim.withExact(undecided.contains(claim)))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isAbout(Claim claim, Cell cell) {
        for (Map.Entry<String, String> fixed : claim.where().entrySet()) {
            if (!level(cell, fixed.getKey()).equals(fixed.getValue())) {
                return false;
            }
        }
        if (claim.contrast().isEmpty()) {
            return true;
        }
        Contrast contrast = claim.contrast().get();
        String level = level(cell, contrast.factor());
        return level.equals(contrast.from()) || level.equals(contrast.to());
    }

    private String level(Cell cell, String factor) {
        return cell.levels().get(factors.indexOf(factor));
    }
}
