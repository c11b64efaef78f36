package tandem.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tandem.experiment.run.PlanText;

/** {@code tandem plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Say what a run would train, how long it would take and how much it would write; train nothing.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  tandem plan keras-iris --replicates 1000")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private final ThreadOption threads = new ThreadOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(PlanText.of(scenario.plan().plan(), threads.count()));
        return ExitCode.DONE;
    }
}
