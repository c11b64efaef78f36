package tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tandem.experiment.problem.Printable;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.Scenario;
import tandem.experiment.scenario.ScenarioFile;

/** {@code tandem list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"The bundled scenarios with their questions, and the bundled data sets.", ""},
        footerHeading = "%nExample:%n",
        footer = "  tandem list")
final class ListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : Home.bundled()) {
            print(file, out);
        }
        var catalog = Home.catalog(Home.scenarios().resolve("any.yaml"));
        out.println();
        out.println("Train one with: tandem run NAME");
        out.println("Data sets, for data.source: " + String.join(", ", catalog.bundledNames()));
        out.println("The examples of digits are images: model.image: [8, 8]");
        return ExitCode.DONE;
    }

    private void print(Path file, PrintWriter out) {
        try {
            Scenario scenario = ScenarioFile.read(file, Overrides.NONE);
            out.println(scenario.name() + ": " + size(scenario));
            out.println("    " + Printable.of(scenario.question()));
        } catch (UnusableInputException e) {
            e.problems()
                    .forEach(problem -> Faults.print(problem, spec.commandLine().getErr()));
        }
    }

    /** {@code 2 cells x 20 replicates = 40 runs}. */
    private static String size(Scenario scenario) {
        long cells = scenario.grid().cellCount();
        long replicates = scenario.replicates().count();
        return Counted.of(cells, "cell")
                + (replicates == 1
                        ? ""
                        : " x " + Counted.of(replicates, "replicate") + " = " + Counted.of(cells * replicates, "run"));
    }
}
