package tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
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
        List<Path> files;
        try (var entries = Files.list(Home.scenarios())) {
            files = entries.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            print(file, out);
        }
        out.println();
        out.println("Data sets: "
                + String.join(
                        ", ", Home.catalog(Home.scenarios().resolve("any.yaml")).bundledNames()));
        return ExitCode.DONE;
    }

    private void print(Path file, PrintWriter out) {
        try {
            Scenario scenario = ScenarioFile.read(file, Overrides.NONE);
            out.println(scenario.name());
            out.println("    " + scenario.question() + " (" + scenario.grid().cellCount() + " cells x "
                    + scenario.replicates().count() + ")");
        } catch (UnusableInputException e) {
            spec.commandLine().getErr().println(e.getMessage());
        }
    }
}
