package tandem.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import tandem.experiment.data.DataCatalog;

/** Where the bundled scenarios and data lie: the folder of the launcher, which passes it on as {@code tandem.home}. */
final class Home {

    private Home() {}

    static Path scenarios() {
        return Path.of(System.getProperty("tandem.home", ".")).resolve("scenarios");
    }

    /** The file of a scenario given as a path, or by the bare name of a bundled one. */
    static Path scenario(String argument) {
        Path given = Path.of(argument);
        boolean bareName = given.getNameCount() == 1 && !argument.endsWith(".yaml");
        Path bundled = scenarios().resolve(argument + ".yaml");
        return bareName && !Files.exists(given) && Files.exists(bundled) ? bundled : given;
    }

    static DataCatalog catalog(Path scenarioFile) {
        Path parent = scenarioFile.toAbsolutePath().getParent();
        return new DataCatalog(
                parent == null ? Path.of(".") : parent, scenarios().resolve("data"));
    }
}
