package tandem.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tandem.experiment.run.RunLimits;
import tandem.experiment.run.RunOptions;

/** What becomes of the runs that a folder has, and of those that fail. */
final class ContinuationOptions {
    @Option(
            names = "--force",
            description = "Start over: forget the runs that the folder has, and replace its results, those of another"
                    + " scenario too.")
    private boolean force;

    @Option(names = "--retry-failed", description = "Train runs again that failed before.")
    private boolean retryFailed;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description =
                    "Stop when so many runs have failed; what ended is kept. Unless given, failed runs stop nothing.")
    private @Nullable Long mostFailures;

    @Option(names = "--fail-fast", description = "The same as --max-failures 1.")
    private boolean failFast;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** @param limits how much is trained now */
    RunOptions options(RunLimits limits) {
        if (mostFailures != null && mostFailures < 1) {
            throw new ParameterException(command.commandLine(), "--max-failures must be at least 1: " + mostFailures);
        }
        long given = mostFailures == null ? Long.MAX_VALUE : mostFailures;
        return new RunOptions(force, retryFailed, failFast ? 1 : given, limits);
    }
}
