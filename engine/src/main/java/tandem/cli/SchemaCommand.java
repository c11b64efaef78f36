package tandem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tandem.experiment.run.DataDictionary;
import tandem.experiment.scenario.schema.JsonSchema;

/** {@code tandem schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Print the JSON Schema of scenario files, for completion in editors; or what every column of every table"
                    + " means.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tandem schema > scenario.schema.json", "  tandem schema --tables | less"})
final class SchemaCommand implements Callable<Integer> {
    @Option(names = "--tables", description = "Print the data dictionary of result tables, as Markdown.")
    private boolean tables;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(tables ? DataDictionary.markdown() : JsonSchema.text());
        return ExitCode.DONE;
    }
}
