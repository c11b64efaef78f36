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

/** Result folders of the bundled scenarios, made by the command on first request and kept until the tests end. */
final class Regenerated {
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

    static Path published(String scenario) {
        return ROOT.resolve("results").resolve(scenario);
    }

    static Path folder(String scenario) {
        return FOLDERS.computeIfAbsent(scenario, Regenerated::run);
    }

    private static Path run(String scenario) {
        System.setProperty("tandem.home", ROOT.toString());
        Path folder = temporary().resolve(scenario);
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
