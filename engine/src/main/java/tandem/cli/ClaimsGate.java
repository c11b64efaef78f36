package tandem.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tandem.experiment.scenario.Scenario;

/** Whether claims decide the exit code. */
final class ClaimsGate {
    @Option(
            names = "--fail-on-claims",
            description = "Exit with 1 unless every claim of the scenario holds; an undecided one does not.")
    private boolean on;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** Whether the gate was asked for. */
    boolean isAsked() {
        return on;
    }

    /** Whether the gate was asked for, of a scenario that must have claims then: with none it would let everything pass. */
    boolean isOn(Scenario scenario) {
        if (on && scenario.claims().isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--fail-on-claims needs claims, and " + scenario.name() + " makes none");
        }
        return on;
    }
}
