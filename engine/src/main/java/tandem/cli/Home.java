package tandem.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.problem.Problem;
import tandem.experiment.problem.Suggestion;
import tandem.experiment.problem.UnusableInputException;

/** Where the bundled scenarios and data lie: the folder of the launcher, which passes it on as {@code tandem.home}. */
final class Home {
    private static final String ENDING = ".yaml";

    private Home() {}

    static Path scenarios() {
        return Path.of(System.getProperty("tandem.home", ".")).resolve("scenarios");
    }

    /** The bundled scenarios, by name; none where there is no such folder. */
    static ImmutableList<Path> bundled() throws IOException {
        if (!Files.isDirectory(scenarios())) {
            return ImmutableList.of();
        }
        try (var entries = Files.list(scenarios())) {
            return entries.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(Home::name))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    /**
     * The file of a scenario given as a path, or by the bare name of a bundled one.
     *
     * @throws UnusableInputException if there is none, with the name that may have been meant
     */
    static Path scenario(String argument) throws IOException {
        Path given = Path.of(argument);
        if (Files.exists(given) && (argument.endsWith(ENDING) || Files.isRegularFile(given))) {
            return given;
        }
        var names = bundled().stream().map(Home::name).toList();
        boolean bare = given.getNameCount() == 1 && !argument.endsWith(ENDING);
        if (bare && names.contains(argument)) {
            return scenarios().resolve(argument + ENDING);
        }
        String near = Suggestion.of(name(given), names);
        String message = (bare ? "there is no bundled scenario of that name" : "there is no such file")
                + (near.isEmpty() ? "; " : near + " ")
                + "'tandem list' names the bundled ones, a file's name ends in .yaml";
        throw new UnusableInputException(new Problem(argument, 0, 0, "", message, ""));
    }

    private static String name(Path file) {
        return MoreFiles.getNameWithoutExtension(file);
    }

    static DataCatalog catalog(Path scenarioFile) {
        Path parent = scenarioFile.toAbsolutePath().getParent();
        return new DataCatalog(
                parent == null ? Path.of(".") : parent, scenarios().resolve("data"));
    }
}
