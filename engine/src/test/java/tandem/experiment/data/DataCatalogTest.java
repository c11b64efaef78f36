package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.experiment.problem.UnusableInputException;
import tandem.training.data.DataSet;
import tandem.training.data.DataSettingException;

class DataCatalogTest {
    private static final CsvDataReader.Columns LAST =
            new CsvDataReader.Columns(Optional.empty(), Optional.empty(), "split", false);
    private static final String TWO = "x,kind\n1,a\n2,b\n";

    @TempDir
    Path root;

    private Path home;
    private DataCatalog catalog;

    @BeforeEach
    void layOutFolders() throws IOException {
        home = Files.createDirectories(root.resolve("home"));
        Files.createDirectories(home.resolve("more"));
        Path bundled = Files.createDirectories(root.resolve("bundled"));
        Files.writeString(bundled.resolve("wine.csv"), TWO);
        Files.writeString(bundled.resolve("iris.csv"), TWO);
        Files.writeString(home.resolve("mine.csv"), TWO);
        Files.writeString(home.resolve("more/mine.csv"), TWO);
        Files.writeString(root.resolve("secret.csv"), TWO);
        catalog = new DataCatalog(home, bundled);
    }

    private DataSet load(String name) {
        return catalog.load(name, LAST);
    }

    @Test
    void aBareNameIsABundledSetAndAFileLiesBesideTheScenario() {
        assertThat(catalog.bundledNames()).containsExactly("iris", "wine");
        assertThat(load("iris").examples().count()).isEqualTo(2);
        assertThat(load("mine.csv").examples().count()).isEqualTo(2);
        assertThat(load("more/mine.csv").examples().count()).isEqualTo(2);
    }

    @Test
    void aFileIsReadOnce() throws IOException {
        var first = load("mine.csv");
        Files.delete(home.resolve("mine.csv"));
        assertThat(load("mine.csv")).isSameAs(first);
    }

    /** {@code printf 'x,kind\n1,a\n2,b\n' | sha256sum}. */
    @Test
    void everyFileReadHasItsDigest() {
        load("wine");
        load("mine.csv");
        String digest = "f57a0ce7358714cc4f3daf26962b60a22d976d5b1bab0dc7addaa0fee7144d3c";
        assertThat(catalog.digests())
                .containsExactly(java.util.Map.entry("mine.csv", digest), java.util.Map.entry("wine", digest));
    }

    @Test
    void aFileThatChangesIsNoticed() throws IOException {
        load("mine.csv");
        Files.writeString(home.resolve("mine.csv"), TWO + "3,b\n");
        assertThatThrownBy(() -> catalog.load(
                        "mine.csv", new CsvDataReader.Columns(Optional.of("kind"), Optional.empty(), "split", false)))
                .hasMessage("'mine.csv' changed while it was in use; start again");
    }

    @Test
    void anUnknownNameComesWithASuggestion() {
        assertProblem("irsi", "no bundled set 'irsi'; did you mean 'iris'?");
        assertProblem("mnist", "no bundled set 'mnist'; there are iris, wine; a file beside the scenario ends in .csv");
        assertProblem("your.csv", lenientFormat("no file 'your.csv' in the scenario's folder (%s)", home));
    }

    @Test
    void nothingOutsideTheFoldersIsRead() {
        assertOutside("../secret.csv");
        assertOutside("more/../../secret.csv");
        assertOutside(root.resolve("secret.csv").toString());
        assertProblem(
                "../secret",
                "no bundled set '../secret'; there are iris, wine; a file beside the scenario ends in .csv");
        assertProblem(
                "more/../mine",
                "no bundled set 'more/../mine'; there are iris, wine; a file beside the scenario ends in .csv");
    }

    @Test
    void theBundledFolderMayBeReachedByPath() {
        assertThat(load("../bundled/iris.csv").examples().count()).isEqualTo(2);
    }

    @Test
    void aLinkDoesNotLeadOutside() throws IOException {
        link("out.csv", root.resolve("secret.csv"));
        link("folder", root);
        link("in.csv", home.resolve("mine.csv"));
        assertOutside("out.csv");
        assertOutside("folder/secret.csv");
        assertThat(load("in.csv").examples().count()).isEqualTo(2);
        Files.createSymbolicLink(root.resolve("bundled/evil.csv"), root.resolve("secret.csv"));
        assertOutside("evil");
    }

    private void link(String name, Path target) throws IOException {
        try {
            Files.createSymbolicLink(home.resolve(name), target);
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "this file system has no symbolic links");
        }
    }

    @Test
    void onlyRegularFilesAreRead() throws IOException {
        Files.createDirectories(home.resolve("folder.csv"));
        assertProblem("folder.csv", "'folder.csv' is not a regular file");
        assertProblem("a\0.csv", "not a file name: 'a\0.csv'");
    }

    @Test
    void aLargeFileIsRefused() {
        var small = new DataCatalog(home, root.resolve("bundled"), 14);
        assertThatThrownBy(() -> small.load("mine.csv", LAST))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(home.resolve("mine.csv") + ": the file is larger than 14 bytes; choose fewer examples");
        assertThat(new DataCatalog(home, root.resolve("bundled"), 15)
                        .load("mine.csv", LAST)
                        .examples()
                        .count())
                .isEqualTo(2);
    }

    private void assertOutside(String name) {
        assertProblem(
                name,
                lenientFormat("'%s' lies outside the scenario's folder; copy the file beside the scenario", name));
    }

    private void assertProblem(String name, String message) {
        assertThatThrownBy(() -> load(name))
                .isInstanceOfSatisfying(
                        DataSettingException.class, e -> assertThat(e.path()).isEqualTo("data.source"))
                .hasMessage(message);
    }
}
