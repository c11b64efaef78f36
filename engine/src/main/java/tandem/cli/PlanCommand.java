package tandem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads to reckon with; the processor's cores unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(PlanText.of(scenario.plan().plan(), Math.max(1, threads)));
        return ExitCode.DONE;
    }
}
