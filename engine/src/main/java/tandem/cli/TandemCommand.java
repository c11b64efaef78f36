package tandem.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code tandem} itself. */
@Command(
        name = "tandem",
        description = {
            "Trains thousands of small classifiers over a grid of conditions and records how loss and accuracy move"
                    + " together.",
            ""
        },
        subcommands = {
            RunCommand.class,
            MergeCommand.class,
            StatusCommand.class,
            ReplayCommand.class,
            SummarizeCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            PlanCommand.class,
            ValidateCommand.class,
            ListCommand.class,
            InitCommand.class,
            SchemaCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tandem list                                  the bundled scenarios and their questions",
            "  tandem run scenarios/keras-iris.yaml         train one and write its tables to out/keras-iris",
            "  tandem init mine.yaml --data mine.csv        a scenario for your own data",
            "  tandem help run                              the options of a command",
            "",
            "Exit codes: 0 done, or stopped by --limit or --time-budget; 1 a claim does not hold (with"
                    + " --fail-on-claims), results differ (with --fail-on) or a replay does;",
            "2 the input cannot be used; 3 done, with failed runs;",
            "4 internal or input/output error; 130 interrupted."
        })
final class TandemCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        var command = new CommandLine(new TandemCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setUsageHelpWidth(120)
                .setExecutionExceptionHandler(new Faults())
                .setParameterExceptionHandler(new Misuse());
        command.getSubcommands()
                .values()
                .forEach(subcommand -> subcommand.getCommandSpec().versionProvider(new Version()));
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
