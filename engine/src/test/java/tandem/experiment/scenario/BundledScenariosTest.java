package tandem.experiment.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tandem.experiment.data.Source;
import tandem.training.data.SplitKind;
import tandem.training.model.Start;
import tandem.training.optimizer.Optimizer;

/** The scenarios that come with Tandem. */
class BundledScenariosTest {
    private static final Path FOLDER = Path.of("..", "scenarios");

    @Test
    void everyBundledScenarioIsRightAndAsksItsQuestion() throws IOException {
        List<Path> files;
        try (var all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(7);
        for (var file : files) {
            assertThat(ScenarioFile.read(file, Overrides.NONE).question())
                    .as(file.toString())
                    .endsWith("?");
        }
    }

    @Test
    void theGridOfIllustrationOneHas10201DifferentCells() {
        var scenario = bundled("illustration-1");
        assertThat(scenario.grid().cellCount()).isEqualTo(101 * 101);
        var texts = new HashSet<String>();
        for (long cell = 0; cell < scenario.grid().cellCount(); cell++) {
            texts.add(scenario.cell(cell).resolvedText());
        }
        assertThat(texts).hasSize(101 * 101);
        // Cell 63 * 101 + 43: the 64th slope -5 + 6.3 and the 44th intercept -5 + 4.3.
        var cell = scenario.cell(63 * 101 + 43);
        assertThat(cell.levels()).containsExactly("1.3", "-0.7");
        assertThat(cell.conditions().model().start()).isEqualTo(new Start.Line(1.3, -0.7));
        assertThat(cell.conditions().data().source()).isEqualTo(new Source.File("illustration-1"));
        assertThat(cell.conditions().training().optimizer()).isEqualTo(new Optimizer.None());
    }

    @Test
    void kerasIrisComparesTheLastExamplesWithAStratifiedSplit() {
        var scenario = bundled("keras-iris");
        assertThat(scenario.grid().cellCount()).isEqualTo(2);
        assertThat(scenario.replicates().count()).isEqualTo(20);
        assertThat(scenario.cell(0).conditions().data().split()).isEqualTo(SplitKind.LAST);
        assertThat(scenario.cell(1).conditions().data().split()).isEqualTo(SplitKind.STRATIFIED);
        assertThat(scenario.cell(0).conditions().training().optimizer())
                .isEqualTo(new Optimizer.Adam(0.0005, 0.9, 0.999, 1e-8, Optimizer.AdamForm.KERAS));
    }

    private static Scenario bundled(String name) {
        return ScenarioFile.read(FOLDER.resolve(name + ".yaml"), Overrides.NONE);
    }
}
