package tandem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tandem.experiment.scenario.schema.JsonSchema;

/** {@code tandem schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {"Print the JSON Schema of scenario files, for completion in editors.", ""},
        footerHeading = "%nExample:%n",
        footer = "  tandem schema > scenario.schema.json")
final class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(JsonSchema.text());
        return ExitCode.DONE;
    }
}
