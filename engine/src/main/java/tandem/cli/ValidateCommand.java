package tandem.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tandem.experiment.problem.Printable;

/** {@code tandem validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {"Check a scenario and its data; every problem is reported with its line.", ""},
        footerHeading = "%nExample:%n",
        footer = "  tandem validate mine.yaml")
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions scenario = new ScenarioOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var plan = scenario.plan().plan();
        spec.commandLine()
                .getOut()
                .println(Printable.of(scenario.argument()) + ": valid; " + Counted.of(plan.cellCount(), "cell") + ", "
                        + Counted.of(plan.runCount(), "run") + ".");
        return ExitCode.DONE;
    }
}
