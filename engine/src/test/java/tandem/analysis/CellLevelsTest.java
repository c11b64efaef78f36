package tandem.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellLevelsTest {
    @TempDir
    private Path folder;

    private CellLevels read(String... lines) throws IOException {
        return CellLevels.read(new TinyResults(folder).cells(lines));
    }

    @Test
    void levelsAreCountedInTheOrderOfTheScenario() throws IOException {
        var levels = read("cell,rate,help", "0,0,b", "1,0,a", "2,0.1,b", "3,0.1,a");
        assertThat(levels.cells()).isEqualTo(4);
        assertThat(levels.factors().get(1).levels()).containsExactly("b", "a");
        assertThat(levels.factors().get(0).byCell().asList()).containsExactly(0, 0, 1, 1);
        assertThat(levels.factors().get(1).byCell().asList()).containsExactly(0, 1, 0, 1);
        assertThat(levels.isFullCrossing()).isTrue();
    }

    @Test
    void anExcludedFirstLevelStaysFirst() throws IOException {
        // help is [none, x, y] in the scenario; none is excluded at rate 0
        var levels = read("cell,rate,help", "0,0,x", "1,0,y", "2,0.1,none", "3,0.1,x", "4,0.1,y");
        assertThat(levels.factors().get(1).levels()).containsExactly("none", "x", "y");
        assertThat(levels.isFullCrossing()).isFalse();
    }

    @Test
    void aScenarioWithoutFactorsIsAFullCrossingOfOneCell() throws IOException {
        var levels = read("cell", "0");
        assertThat(levels.factors()).isEmpty();
        assertThat(levels.isFullCrossing()).isTrue();
    }
}
