package tandem.analysis.comparison.means;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Levels as users write them. */
final class LevelTest {
    @Test
    void aNumberIsMeantInWhateverFormItIsWritten() {
        assertThat(Level.isMeant("0", "0.0")).isTrue();
        assertThat(Level.isMeant("1e-3", "0.001")).isTrue();
        assertThat(Level.isMeant("0.2", "0.25")).isFalse();
    }

    @Test
    void wordsAreMeantLetterByLetter() {
        assertThat(Level.isMeant("last", "last")).isTrue();
        assertThat(Level.isMeant("last", "Last")).isFalse();
        assertThat(Level.isMeant("2", "2d")).isFalse();
        assertThat(Level.isMeant("", "0")).isFalse();
    }
}
