package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tandem.cli.Main;
import tandem.experiment.data.DataCatalog;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Planner;
import tandem.experiment.scenario.Overrides;
import tandem.experiment.scenario.ScenarioFile;

/** Result folders of the bundled scenarios, made by the command on first request and kept until the tests end. */
final class Regenerated {
    /** About ten seconds of training. */
    private static final double MOST_OPERATIONS = 1e10;

    private static final Path ROOT = Path.of("..");
    private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

    private Regenerated() {}

    static List<String> scenarios() throws IOException {
        try (var files = Files.list(ROOT.resolve("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(MoreFiles::getNameWithoutExtension)
                    .sorted()
                    .toList();
        }
    }

    /** Those of seconds; {@link LibraryProof} has the others. */
    static List<String> quickScenarios() throws IOException {
        return scenarios().stream().filter(Regenerated::isQuick).toList();
    }

    static boolean isQuick(String scenario) {
        Path folder = ROOT.resolve("scenarios");
        var read = ScenarioFile.read(folder.resolve(scenario + ".yaml"), Overrides.NONE);
        var plan = Planner.plan(read, new DataProvider(new DataCatalog(folder, folder.resolve("data"))));
        return plan.operations() < MOST_OPERATIONS;
    }

    /** The manifest first: it holds the digests of all tables, of those too that are too large to publish. */
    static void assertPublished(String scenario) throws IOException {
        Path again = folder(scenario);
        assertThat(again.resolve("manifest.json"))
                .hasSameTextualContentAs(published(scenario).resolve("manifest.json"));
        try (var files = Files.list(published(scenario))) {
            for (Path file : files.sorted().toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    static Path published(String scenario) {
        return ROOT.resolve("results").resolve(scenario);
    }

    static Path folder(String scenario) {
        return FOLDERS.computeIfAbsent(scenario, name -> run(name, temporary().resolve(name)));
    }

    /** The results of a scenario, which is a bundled one's name or a file. */
    static Path run(String scenario, Path folder) {
        System.setProperty("tandem.home", ROOT.toString());
        var err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "run",
                scenario,
                "--quiet",
                "--out",
                folder.toString());
        assertThat(code).as(err.toString()).isZero();
        return folder;
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("tandem-golden");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
