package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import tandem.claims.Claim;
import tandem.experiment.plan.Plan;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.Scenario;
import tandem.tables.RunColumns;

/** Whether the measures that a scenario's claims are about will be, or are, in runs.csv. */
public final class ClaimedMeasures {
    private ClaimedMeasures() {}

    /**
     * Checks the claims of a plan before anything is trained.
     *
     * @throws UnusableInputException with every claim about a measure that its runs cannot have
     */
    public static void check(Plan plan) {
        check(plan.scenario(), RunColumnsOfPlan.of(plan).schema().header());
    }

    /**
     * Checks the claims of a scenario against results.
     *
     * @param columns all columns of runs.csv
     * @throws UnusableInputException with every claim about a measure that is not among them
     */
    public static void check(Scenario scenario, List<String> columns) {
        var factors = scenario.factors().stream().map(factor -> factor.name()).collect(ImmutableSet.toImmutableSet());
        var measures = columns.stream()
                .filter(column -> !RunColumns.KEYS.contains(column) && !factors.contains(column))
                .collect(ImmutableSet.toImmutableSet());
        var problems = ImmutableList.<Problem>builder();
        ImmutableList<Claim> claims = scenario.claims();
        for (int i = 0; i < claims.size(); i++) {
            int index = i;
            Claim claim = claims.get(i);
            problem(scenario, index, "measure", claim.measure(), measures).ifPresent(problems::add);
            claim.minus()
                    .flatMap(minus -> problem(scenario, index, "minus", minus, measures))
                    .ifPresent(problems::add);
        }
        var found = problems.build();
        if (!found.isEmpty()) {
            throw new UnusableInputException(found);
        }
    }

    private static Optional<Problem> problem(
            Scenario scenario, int claim, String key, String measure, ImmutableSet<String> measures) {
        return measures.contains(measure)
                ? Optional.empty()
                : Optional.of(scenario.problemInClaim(
                        claim,
                        key,
                        "runs of this scenario have no measure " + measure + remedy(scenario, measure, measures)));
    }

    private static String remedy(Scenario scenario, String measure, ImmutableSet<String> measures) {
        boolean clean = measure.startsWith(CorruptionColumns.CLEAN);
        String ofSplit = clean ? measure.substring(CorruptionColumns.CLEAN.length()) : measure;
        String name = ofSplit.substring(ofSplit.indexOf('_') + 1);
        boolean known = RunColumnsOfPlan.isMeasure(name);
        if (clean && known && measures.stream().noneMatch(column -> column.startsWith(CorruptionColumns.CLEAN))) {
            return "; measures on clean labels come with corruption that changes labels in some cell";
        }
        if (RunColumnsOfPlan.comesWithExamples(measure) || RunColumnsOfPlan.comesWithExamples(name)) {
            return "; it comes with record: {examples: true}, for splits that the scenario has";
        }
        if (RunColumnsOfPlan.comesWithAllMeasures(name)) {
            return "; it comes with record: {measures: all}, for splits that the scenario has";
        }
        if (known && !scenario.recording().measures().names().isEmpty()) {
            return "; add " + name + " to record.measures, or claim of a split that the scenario has";
        }
        String near = Suggestion.of(measure, measures);
        return near.isEmpty() ? "; it has to be a column of runs.csv, such as train_loss" : near;
    }
}
