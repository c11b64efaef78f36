package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.analysis.report.ReportPage;
import tandem.analysis.report.Study;
import tandem.tables.RefusedFolderException;

/** {@code tandem report}: the file it writes; ReportBrowsing looks at it in a browser. */
final class ReportTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void trainOnce() throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", "factors: {training.optimizer.learning_rate: [0.1, 0.5]}\nreplicates: 3\n");
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
    }

    private Cli.Answer report(String from, String to) {
        return Cli.answer(
                "report", cli.path(from).toString(), "--out", cli.path(to).toString());
    }

    @Test
    void aReportIsOneFileThatFollowsFromTheFolder() throws IOException {
        assertThat(report("out", "page.html").exitCode()).isZero();
        String first = cli.read("page.html");
        assertThat(first).contains("default-src 'none'; script-src 'sha256-").doesNotContain("unsafe", "{{");
        assertThat(first.split("<script type=\"application/json\"", -1)[1].split("</script>", 2)[0])
                .contains("Does it work?")
                .doesNotContain("<");
        assertThat(report("out", "page.html").exitCode()).isZero();
        assertThat(cli.read("page.html")).isEqualTo(first);
    }

    /** The file would be written to the folder of this build, so only its name is looked at. */
    @Test
    void aPageIsCalledAfterItsFolders() throws IOException, RefusedFolderException {
        assertThat(cli.run("tiny", "again").exitCode()).isZero();
        var out = Study.read(cli.path("out"));
        var again = Study.read(cli.path("again/../again"));
        assertThat(ReportPage.fileName(ImmutableList.of(out))).isEqualTo("out.html");
        assertThat(ReportPage.fileName(ImmutableList.of(again))).isEqualTo("again.html");
        assertThat(ReportPage.fileName(ImmutableList.of(out, again))).isEqualTo("out-and-again.html");
    }

    @Test
    void theAnswerInShortStandsAboveTheClaims() throws IOException {
        cli.tiny("tiny", """
            claims: [{name: a, says: Loss is positive., measure: train_loss, expect: {above: 0}}]
            replicates: 3
            """);
        assertThat(cli.run("tiny", "claimed").exitCode()).isZero();
        assertThat(report("claimed", "page.html").exitCode()).isZero();
        assertThat(cli.read("page.html")).contains("\"answer\":\"The one claim holds.\"");
    }

    @Test
    void theLicencesOfTheChartsGoWhereTheyGo() throws IOException {
        assertThat(report("out", "page.html").exitCode()).isZero();
        assertThat(cli.read("page.html")).contains("University of Washington Interactive Data Lab", "Mike Bostock");
        assertThat(Cli.answer("report", "--site", cli.path("site").toString(), folder.toString())
                        .exitCode())
                .isZero();
        assertThat(cli.read("site/assets/LICENCES.txt")).contains("Mike Bostock");
    }

    @Test
    void whatIsNoReportIsNotOverwritten() throws IOException {
        cli.write("mine.html", "<p>Mine.</p>");
        var answer = report("out", "mine.html");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("mine.html is no report of Tandem and is left as it is");
        assertThat(cli.read("mine.html")).isEqualTo("<p>Mine.</p>");
    }

    @Test
    void aFolderWithoutResultsIsRefused() throws IOException {
        Files.createDirectory(cli.path("empty"));
        assertThat(report("empty", "page.html").exitCode()).isEqualTo(2);
        assertThat(report("absent", "page.html").err()).contains("there is no such folder");
        assertThat(Cli.answer(
                                "report",
                                "--site",
                                cli.path("site").toString(),
                                cli.path("empty").toString())
                        .err())
                .contains("has no result folders of Tandem in it");
        assertThat(cli.path("page.html")).doesNotExist();
    }

    @Test
    void aSiteDoesNotSpreadOverOtherFiles() throws IOException {
        Files.createDirectory(cli.path("site"));
        cli.write("site/mine.txt", "mine");
        var answer = Cli.answer("report", "--site", cli.path("site").toString(), folder.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("holds files that are no site of Tandem");
    }

    @Test
    void aPageOfASiteDoesNotTakeThePlaceOfAnotherFile() throws IOException {
        String site = cli.path("site").toString();
        assertThat(Cli.answer("report", "--site", site, folder.toString()).exitCode())
                .isZero();
        cli.write("site/out/index.html", "<p>Mine.</p>");
        var answer = Cli.answer("report", "--site", site, folder.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("is no report of Tandem and is left as it is");
        assertThat(cli.read("site/out/index.html")).isEqualTo("<p>Mine.</p>");
    }

    @Test
    void namesOfFoldersAreNoAddresses() throws IOException {
        Files.move(cli.path("out"), cli.path("javascript:a#b%20?<c>"));
        assertThat(Cli.answer("report", "--site", cli.path("site").toString(), folder.toString())
                        .exitCode())
                .isZero();
        assertThat(cli.read("site/index.html")).contains("href=\"./javascript:a%23b%2520%3F%3Cc%3E/index.html\"");
    }

    @Test
    void writingAPageLeavesOtherFilesAlone() throws IOException {
        cli.write("page.html.tmp", "mine");
        assertThat(report("out", "page.html").exitCode()).isZero();
        assertThat(cli.read("page.html.tmp")).isEqualTo("mine");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".tandem-report-"));
        }
    }

    @Test
    void aSiteMayBeMadeAnew() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(Cli.answer("report", "--site", cli.path("site").toString(), folder.toString())
                            .exitCode())
                    .isZero();
        }
        assertThat(cli.read("site/index.html"))
                .contains("href=\"./out/index.html\"", "Does it work?", "Nothing is claimed in advance.");
        assertThat(Files.size(cli.path("site/out/index.html"))).isLessThan(500_000);
    }

    @Test
    void aCardOfTheIndexCountsTheVerdicts() throws IOException {
        cli.tiny("tiny", """
            claims:
              - {name: a, says: Loss is positive., measure: train_loss, expect: {above: 0}}
              - {name: b, says: Loss is finite., measure: train_loss, expect: {below: 1000}}
              - {name: c, says: Loss is huge., measure: train_loss, expect: {above: 1000}}
            replicates: 3
            """);
        assertThat(cli.run("tiny", "claimed").exitCode()).isZero();
        assertThat(Cli.answer("report", "--site", cli.path("site").toString(), folder.toString())
                        .exitCode())
                .isZero();
        assertThat(cli.read("site/index.html"))
                .contains("<span class=\"badge holds\">\u2713\u00a02\u00a0hold</span>"
                        + " <span class=\"badge fails\">\u2717\u00a01\u00a0fails</span>")
                .doesNotContain("badge undecided");
    }

    @Test
    void aDamagedTableIsNamedWithItsLine() throws IOException {
        cli.write("out/curves.csv", cli.read("out/curves.csv") + "0,1\n");
        var answer = report("out", "page.html");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).containsPattern("curves\\.csv:\\d+: this row has 2 fields");
    }

    @Test
    void aReportDoesWithoutTheTablesThatAreMissing() throws IOException {
        for (String table : new String[] {"curves", "epochs", "summary", "effects", "correlations", "claims"}) {
            Files.delete(cli.path("out/" + table + ".csv"));
        }
        assertThat(report("out", "page.html").exitCode()).isZero();
    }

    @Test
    void moreThanTwoFoldersAreTooMany() {
        String out = cli.path("out").toString();
        var answer = Cli.answer("report", out, out, out);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("one result folder, or two side by side");
    }
}
