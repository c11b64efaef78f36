package tandem.cli;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Planner;
import tandem.experiment.run.ClaimedMeasures;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.Scenario;
import tandem.experiment.scenario.ScenarioFile;
import tandem.experiment.scenario.ShellWord;

/** Which scenario, and what is changed in it. */
final class ScenarioOptions {
    @Parameters(
            paramLabel = "SCENARIO",
            description = "A scenario file, or the name of a bundled one (see tandem list).")
    private String argument = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a key, for instance training.epochs=50. May be repeated.")
    private List<String> set = List.of();

    @Option(
            names = "--factor",
            paramLabel = "PATH=LEVELS",
            description = "Vary a key, for instance training.batch_size=5,32 or model.start.slope=-5:5:0.5 or"
                    + " data.label=['size, cm']; replaces the file's factor of that name. May be repeated.")
    private List<String> factors = List.of();

    @Option(names = "--replicates", paramLabel = "N", description = "Repetitions of each cell.")
    private @Nullable String replicates;

    @Option(names = "--seed", paramLabel = "SEED", description = "Master seed of all random streams.")
    private @Nullable String seed;

    /** A scenario that was read and fits its data. */
    record Planned(Plan plan, DataProvider data) {}

    String argument() {
        return argument;
    }

    Planned plan() throws IOException {
        Path file = Home.scenario(argument);
        Scenario scenario = ScenarioFile.read(file, overrides());
        var data = new DataProvider(Home.catalog(file));
        var plan = Planner.plan(scenario, data);
        ClaimedMeasures.check(plan);
        return new Planned(plan, data);
    }

    private Overrides overrides() {
        return new Overrides(
                ImmutableList.copyOf(set),
                ImmutableList.copyOf(factors),
                Optional.ofNullable(replicates),
                Optional.ofNullable(seed));
    }

    /** The command that trains the scenario as it was typed, but for where and how. */
    String command() {
        var words = new ArrayList<>(List.of("tandem", "run", argument));
        set.forEach(assignment -> words.addAll(List.of("--set", assignment)));
        factors.forEach(factor -> words.addAll(List.of("--factor", factor)));
        if (replicates != null) {
            words.addAll(List.of("--replicates", replicates));
        }
        if (seed != null) {
            words.addAll(List.of("--seed", seed));
        }
        return words.stream().map(ShellWord::quoted).collect(joining(" "));
    }
}
