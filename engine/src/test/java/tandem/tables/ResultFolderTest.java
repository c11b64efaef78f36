package tandem.tables;

import static com.google.common.base.Strings.lenientFormat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    private static final Environment ENVIRONMENT =
            new Environment("0.1.0", "h", "p", 2, "Linux", "25", 8, 2, "2026-01-01T00:00:00Z", 1.5);
    private static final TableSchema CELLS = Schemas.cells(ImmutableList.of(Column.number("rate", "1", "", "")));

    @TempDir
    private Path parent;

    private Path out;

    @BeforeEach
    void placeTheFolder() {
        out = parent.resolve("out").resolve("demo");
    }

    private static Manifest manifest(String digest) {
        return Manifest.of(
                1,
                new Manifest.ScenarioIdentity("demo", digest),
                ImmutableList.of(new Manifest.DataFile("iris.csv", "00ff")),
                42,
                new Manifest.Counts(1, 2, 2, 0, 0));
    }

    private static void writeCells(ResultFolder folder, Value rate) throws IOException {
        try (var cells = folder.table(CELLS)) {
            cells.write(CELLS.row().set("cell", Value.of(0L)).set("rate", rate));
            cells.finish();
        }
    }

    private Manifest write(String digest, boolean force, Value rate) throws IOException, RefusedFolderException {
        try (var folder = ResultFolder.open(out, digest, force)) {
            writeCells(folder, rate);
            return folder.commit(manifest(digest), ENVIRONMENT);
        }
    }

    private void assertRefused(boolean force, String message) {
        assertThatThrownBy(() -> ResultFolder.open(out, "other", force))
                .isInstanceOf(RefusedFolderException.class)
                .hasMessage(message);
    }

    @Test
    void nothingIsThereBeforeTheCommitAndNothingElseAfter() throws IOException, RefusedFolderException {
        try (var folder = ResultFolder.open(out, "d", false)) {
            writeCells(folder, Value.of(0.5));
            assertThat(out).doesNotExist();
            assertThat(folder.staged(ResultFile.CELLS)).exists();
            folder.commit(manifest("d"), ENVIRONMENT);
        }
        assertThat(names(out)).containsExactly("cells.csv", "environment.json", "manifest.json", "undefined.csv");
        assertThat(names(out.resolveSibling("."))).containsExactly("demo");
    }

    private static ImmutableList<String> names(Path folder) throws IOException {
        return FolderSwap.entries(folder).stream()
                .map(path -> path.getFileName().toString())
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void theManifestListsTheTablesWithTheirDigests() throws IOException, RefusedFolderException {
        write("d", false, new Value.Undefined("TOO_SHORT"));
        assertThat(Files.readString(out.resolve("manifest.json")))
                .isEqualTo(lenientFormat("""
                    {
                      "schema_version" : 1,
                      "numerics_version" : 1,
                      "scenario" : {
                        "name" : "demo",
                        "digest" : "d"
                      },
                      "data" : [
                        {
                          "name" : "iris.csv",
                          "sha256" : "00ff"
                        }
                      ],
                      "seed" : 42,
                      "counts" : {
                        "cells" : 1,
                        "replicates" : 2,
                        "runs" : 2,
                        "failed" : 0,
                        "diverged" : 0
                      },
                      "tables" : [
                        {
                          "file" : "cells.csv",
                          "rows" : 1,
                          "sha256" : "%s"
                        },
                        {
                          "file" : "undefined.csv",
                          "rows" : 1,
                          "sha256" : "%s"
                        }
                      ]
                    }
                    """, sha256("cells.csv"), sha256("undefined.csv")));
    }

    private String sha256(String file) throws IOException {
        return MoreFiles.asByteSource(out.resolve(file)).hash(Hashing.sha256()).toString();
    }

    @Test
    void undefinedValuesAreListedWithTheirReasons() throws IOException, RefusedFolderException {
        write("d", false, new Value.Undefined("TOO_SHORT"));
        assertThat(out.resolve("undefined.csv")).hasContent("table,row,column,reason\ncells,0,rate,TOO_SHORT\n");
    }

    @Test
    void textInTheManifestIsEscaped() throws IOException, RefusedFolderException {
        write("quote \" and \\ and \n", false, Value.of(1.0));
        assertThat(JsonFile.scenario(out.resolve("manifest.json")))
                .contains(new Manifest.ScenarioIdentity("demo", "quote \" and \\ and \n"));
    }

    @Test
    void theEnvironmentStandsBesideTheManifest() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        assertThat(out.resolve("environment.json")).content().contains("\"wall_seconds\" : 1.5\n}\n");
    }

    @Test
    void theSameScenarioReplacesItsResults() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        write("d", false, Value.of(2.0));
        assertThat(out.resolve("cells.csv")).hasContent("cell,rate\n0,2.0\n");
        assertThat(names(out.resolveSibling("."))).containsExactly("demo");
    }

    @Test
    void anotherScenariosResultsNeedForce() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        assertRefused(
                false,
                out + " holds the results of another scenario, or of 'demo' with other settings;"
                        + " choose another folder with --out, or replace them with --force.");
        assertThat(out.resolve("cells.csv")).hasContent("cell,rate\n0,1.0\n");
        write("other", true, Value.of(3.0));
        assertThat(out.resolve("cells.csv")).hasContent("cell,rate\n0,3.0\n");
    }

    @Test
    void filesOfSomebodyElseAreNeverDeleted() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.createDirectory(out.resolve("plots"));
        Files.writeString(out.resolve("plots").resolve("a.svg"), "<svg/>");
        Files.writeString(out.resolve("errors.csv"), "an old table that the new run does not write");
        write("other", true, Value.of(2.0));
        assertThat(names(out))
                .containsExactly(
                        "cells.csv", "environment.json", "manifest.json", "notes.txt", "plots", "undefined.csv");
        assertThat(out.resolve("plots").resolve("a.svg")).hasContent("<svg/>");
    }

    @Test
    void aFolderWithoutManifestIsRefusedEvenWithForce() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.tex"), "mine");
        String message = out + " holds files that are not results of Tandem; choose another folder with --out.";
        assertRefused(true, message);
        Files.writeString(out.resolve("manifest.json"), "{\"name\": \"a web app\"}");
        assertRefused(true, message);
        Files.writeString(out.resolve("manifest.json"), "not json");
        assertRefused(true, message);
        assertThat(names(out.resolveSibling("."))).containsExactly("demo");
    }

    @Test
    void anEmptyFolderIsFineAndAFileIsNot() throws IOException, RefusedFolderException {
        Files.createDirectories(out);
        write("d", false, Value.of(1.0));
        assertThat(out.resolve("manifest.json")).exists();
        out = Files.writeString(parent.resolve("file"), "");
        assertRefused(true, out + " is a file; choose another folder with --out.");
    }

    @Test
    void aFailedRunLeavesTheOldFolder() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        try (var folder = ResultFolder.open(out, "d", false)) {
            writeCells(folder, Value.of(2.0));
        }
        assertThat(out.resolve("cells.csv")).hasContent("cell,rate\n0,1.0\n");
        assertThat(names(out.resolveSibling("."))).containsExactly("demo");
    }

    @Test
    void anUnfinishedTableCannotBeCommitted() throws IOException, RefusedFolderException {
        try (var folder = ResultFolder.open(out, "d", false);
                var cells = folder.table(CELLS)) {
            cells.write(CELLS.row().set("cell", Value.of(0L)).set("rate", Value.BLANK));
            assertThatIllegalStateException()
                    .isThrownBy(() -> folder.commit(manifest("d"), ENVIRONMENT))
                    .withMessageContaining("cells.csv.tmp was not finished");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void anInterruptedSwapIsTakenBack() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        // As if killed after the first rename, with a staging folder left behind.
        Files.move(out, out.resolveSibling(".demo.previous"));
        Files.createDirectory(out.resolveSibling(".demo.staging"));
        Files.writeString(out.resolveSibling(".demo.staging").resolve("epochs.csv.tmp"), "half");
        ResultFolder.open(out, "d", false).close();
        assertThat(out.resolve("cells.csv")).hasContent("cell,rate\n0,1.0\n");
        assertThat(names(out.resolveSibling("."))).containsExactly("demo");
    }

    @Test
    void anInterruptedCleaningIsCompleted() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        // As if killed after the second rename, the old folder still holding a note.
        Path previous = Files.createDirectory(out.resolveSibling(".demo.previous"));
        Files.writeString(previous.resolve("notes.txt"), "mine");
        Files.writeString(previous.resolve("cells.csv"), "old");
        ResultFolder.open(out, "d", false).close();
        assertThat(out.resolve("notes.txt")).hasContent("mine");
        assertThat(out.resolve("cells.csv")).hasContent("cell,rate\n0,1.0\n");
        assertThat(previous).doesNotExist();
    }

    @Test
    void whatIsNotOursIsKeptBesideAnotherOfItsName() throws IOException, RefusedFolderException {
        write("d", false, Value.of(1.0));
        // As if killed while cleaning, and notes taken anew since, twice.
        for (String note : new String[] {"first", "second", "third"}) {
            Path previous = Files.createDirectory(out.resolveSibling(".demo.previous"));
            Files.writeString(previous.resolve("notes.txt"), note);
            ResultFolder.open(out, "d", false).close();
            assertThat(previous).doesNotExist();
        }
        assertThat(out.resolve("notes.txt")).hasContent("first");
        assertThat(out.resolve("notes.txt.previous")).hasContent("second");
        assertThat(out.resolve("notes.txt.previous2")).hasContent("third");
    }

    @Test
    void twoRunsCannotWriteToOneFolder() throws IOException, RefusedFolderException {
        try (var first = ResultFolder.open(out, "d", false)) {
            assertRefused(
                    true, "Another run is writing to " + out + "; wait for it or choose another folder with --out.");
            writeCells(first, Value.of(1.0));
            first.commit(manifest("d"), ENVIRONMENT);
        }
        assertThat(out.resolve("cells.csv")).exists();
    }
}
