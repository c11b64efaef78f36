package tandem.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.experiment.run.DataDictionary;

/** The published results come out to the byte, wherever they are made again. */
final class GoldenTest {
    /** Of the README, taken from reports. */
    private static final String PICTURES = "pictures";

    private static final Set<String> LEFT_OUT = Set.of("epochs.csv", "environment.json", "timings.csv");

    static List<String> scenarios() throws IOException {
        return Regenerated.quickScenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void thePublishedTablesReproduceToTheByte(String scenario) throws IOException {
        Regenerated.assertPublished(scenario);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsPublishedIsEveryTableThatIsSmall(String scenario) throws IOException {
        Path again = Regenerated.folder(scenario);
        assertThat(names(Regenerated.published(scenario)))
                .containsExactlyInAnyOrderElementsOf(names(again).stream()
                        .filter(file -> !LEFT_OUT.contains(file))
                        .filter(file -> !file.equals("examples.csv") || isSmall(again.resolve(file)))
                        .toList());
    }

    @Test
    void theDataDictionaryIsThatOfTheSchemas() {
        assertThat(Regenerated.published("README.md"))
                .as("results/README.md is what ./tandem schema --tables prints")
                .hasContent(DataDictionary.markdown());
    }

    @Test
    void theAnswersOfAllFoldersStandTogether() throws IOException {
        String answers = Files.readString(Regenerated.published("answers.md"));
        int answered = 0;
        for (String scenario : Regenerated.scenarios()) {
            Path answer = Regenerated.published(scenario).resolve("answer.md");
            if (Files.exists(answer)) {
                answered++;
                String body = Files.readString(answer);
                assertThat(answers)
                        .as("results/answers.md is of results/regenerate.sh")
                        .contains("[" + scenario + "](../scenarios/" + scenario + ".yaml)")
                        .contains(body.substring(body.indexOf('\n')).replaceAll("(?m)^#", "##"));
            }
        }
        assertThat(answers.lines().filter(line -> line.startsWith("## "))).hasSize(answered);
    }

    @Test
    void everyPublishedFolderHasItsScenario() throws IOException {
        try (var folders = Files.list(Regenerated.published(""))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(folder -> !folder.equals(PICTURES)))
                    .containsExactlyInAnyOrderElementsOf(Regenerated.scenarios());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) <= 64 * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
