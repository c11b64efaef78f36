package tandem.experiment.scenario;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.problem.UnusableInputException;

/** Texts made to hurt end in a sentence, soon. */
@Timeout(5)
class HostileTextsTest {

    @Test
    void aBillionLaughsAreNotWrittenOut() {
        var yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        assertThat(Texts.problems(yaml.toString()))
                .containsExactly("s.yaml:7:5: more than a million values once aliases are written out; write less");
    }

    @Test
    void moreThanAHundredAliasesAreRefused() {
        assertThat(Texts.problems("a: &a 1\nb: [" + "*a, ".repeat(101) + "]\n"))
                .containsExactly("s.yaml:2:405: more than 100 aliases; write the values out");
    }

    @Test
    void anAliasInsideItsOwnAnchorHasNoAnchorYet() {
        assertThat(Texts.problems("a: &a [*a]\n")).containsExactly("s.yaml:1:8: the alias *a has no anchor above it");
    }

    @Test
    void depthCostsNoStack() {
        String expected = "is nested more than 50 levels deep; a scenario needs less than ten";
        assertThat(Texts.problems("a: " + "[".repeat(10_000)))
                .singleElement()
                .asString()
                .endsWith(expected);
        assertThat(Texts.problems("a: " + "{b: ".repeat(10_000)))
                .singleElement()
                .asString()
                .endsWith(expected);
        assertThat(Texts.problems("- ".repeat(10_000)))
                .singleElement()
                .asString()
                .endsWith(expected);
    }

    @Test
    void moreThanAMebibyteIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("s.yaml"), new byte[2 << 20]);
        assertThatThrownBy(() -> ScenarioFile.read(file, Overrides.NONE))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(file + ": is larger than 1 MiB; a scenario is a short text");
    }

    @Test
    void aMebibyteOfOneWordIsRefusedForWhatItSays() {
        assertThat(Texts.problems("a".repeat(1 << 20)))
                .containsExactly("s.yaml:1:1: must be a mapping of keys such as 'name: s'");
    }

    @Test
    void aNulIsNamed() {
        assertThat(Texts.problems("name: s\nx: \0\n"))
                .containsExactly("s.yaml:2:4: the character U+0000 is not allowed; remove it");
    }

    @Test
    void halfASurrogatePairIsNamed() {
        String advice = " is half of a surrogate pair; write both halves, or the character itself";
        assertThat(Texts.problems("name: s\nfactors: {help: {\"a\\ud800\": {}}}\n"))
                .containsExactly("s.yaml:2:18: the escape \\uD800" + advice);
        assertThat(Texts.problems("name: \"\\ude00\\ud83d\"\n"))
                .containsExactly("s.yaml:1:7: the escape \\uDE00" + advice);
        assertThat(Texts.read(Texts.HEAD + "question: \"\\ud83d\\ude00\"\n").question())
                .isEqualTo("\ud83d\ude00");
    }

    @Test
    void otherEncodingsAreNamed() {
        assertThat(Texts.problems("name: s".getBytes(UTF_16), Overrides.NONE))
                .containsExactly("s.yaml: is not UTF-8 text; save it with the encoding UTF-8");
        assertThat(Texts.problems(new byte[] {'a', ':', ' ', (byte) 0xE4, '\n'}, Overrides.NONE))
                .containsExactly("s.yaml: is not UTF-8 text; save it with the encoding UTF-8");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreRead() {
        String windows = "\uFEFF" + Texts.HEAD.replace("\n", "\r\n");
        assertThat(Texts.read(windows).cell(0)).isEqualTo(Texts.read(Texts.HEAD).cell(0));
    }

    @Test
    void anyShortRubbishEndsInASentence() {
        byte[] bytes = Texts.HEAD.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            for (byte replaced : new byte[] {
                '{', '}', '[', ':', '-', '"', '\'', '&', '*', '!', '|', '>', '%', '\t', '\n', '#', '?', ',', '0', ' '
            }) {
                byte[] broken = Arrays.copyOf(bytes, bytes.length);
                broken[i] = replaced;
                // Whatever it is, it is a list of problems or a scenario, never another exception.
                assertThat(Texts.problems(broken, Overrides.NONE)).doesNotContain("");
            }
        }
    }

    @Test
    void aMissingFileAFolderAndAnotherEndingAreNamed(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("d.yaml"));
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("no.yaml"), Overrides.NONE))
                .hasMessage(folder.resolve("no.yaml") + ": there is no such file; check the path");
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("d.yaml"), Overrides.NONE))
                .hasMessage(folder.resolve("d.yaml") + ": is a folder; name the scenario in it");
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("s.yml"), Overrides.NONE))
                .hasMessage(folder.resolve("s.yml") + ": a scenario is a file whose name ends in .yaml");
    }
}
