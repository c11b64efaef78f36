package tandem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.experiment.scenario.InitTemplate;
import tandem.training.data.DataSettingException;

/** {@code tandem init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {"Write a commented scenario to start from.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  tandem init mine.yaml", "  tandem init mine.yaml --data mine.csv --label species"})
final class InitCommand implements Callable<Integer> {
    private static final String NAME = "[a-z0-9-]+\\.yaml";

    @Parameters(paramLabel = "FILE", description = "The scenario to write: a new file named [a-z0-9-]+.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "CSV",
            description =
                    "Your own data, a CSV file with a header beside the scenario; or the name of a bundled data set.")
    private @Nullable Path data;

    @Option(names = "--label", paramLabel = "COLUMN", description = "Its label column; the last one unless given.")
    private @Nullable String label;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String fileName = String.valueOf(file.getFileName());
        check(
                fileName.matches(NAME),
                "a scenario is named with lower-case letters, digits and hyphens and ends in .yaml: " + file);
        check(!Files.exists(file), file + " exists; choose another name.");
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        check(Files.isDirectory(folder), "there is no folder " + folder + "; make it first.");
        check(label == null || data != null, "--label goes with --data.");
        String name = fileName.substring(0, fileName.length() - ".yaml".length());
        String text = data == null ? InitTemplate.onBundledSet(name, "iris") : forData(name, data);
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        var out = spec.commandLine().getOut();
        out.println("Wrote " + file + ". Next: tandem run " + file);
        return ExitCode.DONE;
    }

    private String forData(String name, Path csv) {
        if (Home.catalog(file).bundledNames().contains(csv.toString())) {
            check(label == null, "--label goes with a CSV file; " + csv + " is a bundled data set.");
            return InitTemplate.onBundledSet(name, csv.toString());
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElse(Path.of("/"));
        Path absolute = csv.toAbsolutePath().normalize();
        check(absolute.startsWith(folder), csv + " must lie in the scenario's folder " + folder + " or below it.");
        check(Files.exists(csv), csv + ": there is no such file here and no such bundled data set (see tandem list).");
        String relative = folder.relativize(absolute).toString();
        try {
            var features = Home.catalog(file).featureNames(relative, Optional.ofNullable(label));
            return InitTemplate.forCsv(name, relative, features, Optional.ofNullable(label));
        } catch (DataSettingException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private void check(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
