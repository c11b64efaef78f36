package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published results come out to the byte, wherever they are made again. */
final class GoldenTest {

    static List<String> scenarios() throws IOException {
        return Regenerated.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void thePublishedTablesReproduceToTheByte(String scenario) throws IOException {
        Path published = Regenerated.published(scenario);
        Path again = Regenerated.folder(scenario);
        // First: it holds the digests of all tables, of those too that are too large to publish.
        assertThat(again.resolve("manifest.json")).hasSameTextualContentAs(published.resolve("manifest.json"));
        try (var files = Files.list(published)) {
            for (Path file : files.sorted().toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsPublishedIsEveryTableThatIsSmall(String scenario) throws IOException {
        try (var files = Files.list(Regenerated.published(scenario))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "manifest.json",
                            "scenario.yaml",
                            "cells.csv",
                            "runs.csv",
                            "curves.csv",
                            "summary.csv",
                            "correlations.csv",
                            "selection.csv",
                            "effects.csv",
                            "claims.csv",
                            "undefined.csv",
                            "errors.csv");
        }
    }

    @Test
    void everyPublishedFolderHasItsScenario() throws IOException {
        try (var folders = Files.list(Regenerated.published(""))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Regenerated.scenarios());
        }
    }
}
