package tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports in a browser: two folders on one page, the choice of labels, what claims say, and the keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportControlsBrowsing {
    private static final String NOISY = """
        corruption: {label_noise: {kind: symmetric, rate: 0.25}}
        factors: {training.optimizer.learning_rate: [0.1, 0.5], model.hidden: [[3], [5]]}
        replicates: 4
        record: {paths: [0, 1, 2, 3]}
        claims:
          - name: rate
            says: The rate matters.
            where: {model.hidden: [5]}
            contrast: {training.optimizer.learning_rate: [0.1, 0.5]}
            measure: validation_loss
            expect: {below: 0}
        """;

    private final OpenPage.Chromium chromium = new OpenPage.Chromium();
    private Cli cli;

    @BeforeAll
    void trainOnce(@TempDir Path folder) throws IOException {
        cli = new Cli(folder);
        cli.tiny("tiny", NOISY);
        assertThat(cli.run("tiny", "out").exitCode()).isZero();
        assertThat(cli.run("tiny", "second", "--replicates", "3").exitCode()).isZero();
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    private OpenPage open(String... folders) {
        var arguments = new ArrayList<>(List.of("report"));
        for (String folder : folders) {
            arguments.add(cli.path(folder).toString());
        }
        Path page = cli.path("page.html");
        arguments.addAll(List.of("--out", page.toString()));
        var answer = Cli.answer(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return chromium.open(page, 1280, ColorScheme.LIGHT);
    }

    private double number(String table, String column, int row) throws IOException {
        return Double.parseDouble(cli.column("out/" + table, column).get(row));
    }

    @Test
    void twoFoldersOfOneScenarioAreToldApart() {
        try (var open = open("out", "second")) {
            assertThat(open.page().locator("#changes tbody tr").allInnerTexts()).containsExactly("replicates\t4\t3");
            assertThat(open.page().locator(".claims .of").allInnerTexts()).containsExactly("out", "second");
            open.drawAll();
            assertThat(open.complaints()).isEmpty();
            assertThat(open.badTexts()).isEqualTo(List.of());
            assertThat(open.page().locator("#curves h3").allInnerTexts())
                    .hasSize(8)
                    .first()
                    .asString()
                    .isEqualTo("out, optimizer learning rate 0.1, model hidden [3]");
        }
    }

    /** The places of both estimates on the picture are a linear image of their numbers: the scale is one. */
    @Test
    void aClaimOfBothFoldersStandsOnOneScale() {
        try (var open = open("out", "second")) {
            assertThat(open.page().locator(".claims svg").count()).isEqualTo(1);
            Object off = open.ask("""
                (() => {
                  const rows = tandem.studies.map(study => tandem.rows(study, 'claims')[0]);
                  const marks = [...document.querySelectorAll('.claims svg rect[rx]')].map(mark => Number(mark.getAttribute('x')) + 3.5);
                  const ticks = [...document.querySelectorAll('.claims svg text')].map(text => [Number(text.textContent.replace('−', '-')),
                    Number(text.previousElementSibling.getAttribute('x1'))]);
                  const [[a, x], [b, y]] = [ticks[0], ticks[ticks.length - 1]];
                  return Math.max(...rows.map((row, i) => Math.abs(x + (y - x) * (row.estimate - a) / (b - a) - marks[i])));
                })()\
                """);
            assertThat(((Number) off).doubleValue()).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void aClaimSaysItsUnitAndWhatIsTakenFromWhat() {
        try (var open = open("out")) {
            assertThat(open.page().locator(".claims .detail").innerText())
                    .startsWith("Mean of validation loss (nats), optimizer learning rate 0.5 minus 0.1, at model hidden"
                            + " [5]: ")
                    .contains(" · expected below 0 · ");
            assertThat(open.page().locator(".claims svg text").count()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void curvesAndPlaneCanBeThoseOfTheCleanLabels() throws IOException {
        int row = 0;
        while (!(cli.column("out/curves.csv", "epoch").get(row).equals("4")
                && cli.column("out/curves.csv", "split").get(row).equals("validation"))) {
            row++;
        }
        assertThat(number("curves.csv", "clean_loss_mean", row)).isNotEqualTo(number("curves.csv", "loss_mean", row));
        try (var open = open("out")) {
            open.drawAll();
            int times = open.timesDrawn("curves");
            int before = open.timesDrawn("correlations");
            open.page().locator("#curves").scrollIntoViewIfNeeded();
            open.page().locator(".toolbar").getByLabel("Labels").selectOption("clean");
            open.drawnAfter("curves", times);
            Object shown = open.ask("""
                tandem.figures.find(f => f.chart.id === 'curves').drawn[0].specs[0].data.values
                  .find(row => row.epoch === 4 && row.split === 'validation').value\
                """);
            assertThat(((Number) shown).doubleValue())
                    .isCloseTo(number("curves.csv", "clean_loss_mean", row), within(1e-5));
            Object end = open.ask("tandem.final(tandem.cells[0], 'accuracy').mean");
            int of = cli.column("out/summary.csv", "measure").indexOf("clean_validation_accuracy");
            assertThat(((Number) end).doubleValue()).isCloseTo(number("summary.csv", "mean", of), within(1e-5));
            open.page().locator("#correlations").scrollIntoViewIfNeeded();
            open.drawnAfter("correlations", before);
            assertThat(open.page().locator("#correlations figcaption").innerText())
                    .contains("about the labels as they were given");
            assertThat(open.complaints()).isEmpty();
        }
    }

    @Test
    void aFollowedExampleHasTheMeanProbabilityOfItsLabel() throws IOException {
        try (var open = open("out")) {
            open.page().locator("#paths").scrollIntoViewIfNeeded();
            open.drawn("paths");
            var shown = (List<?>) open.ask("""
                [tandem.rows(tandem.studies[0], 'example_paths')[0]].flatMap(r => [r.cell, r.split, r.example, r.label, r.epoch, r.mean])\
                """);
            double sum = 0;
            int n = 0;
            var rows = cli.rows("out/paths.csv");
            for (var row : rows.subList(1, rows.size())) {
                // run, epoch, split, example, label, class, probability; four replicates a cell
                if (Integer.parseInt(row.get(0)) / 4 == ((Number) shown.get(0)).intValue()
                        && row.get(1).equals(String.valueOf(shown.get(4)))
                        && row.get(2).equals(shown.get(1))
                        && row.get(3).equals(String.valueOf(shown.get(2)))
                        && row.get(4).equals(shown.get(3))
                        && row.get(5).equals(row.get(4))) {
                    sum += Double.parseDouble(row.get(6));
                    n++;
                }
            }
            assertThat(n).isPositive();
            assertThat(((Number) shown.get(5)).doubleValue()).isCloseTo(sum / n, within(1e-6));
        }
    }

    @Test
    void whatIsChosenByLossAndByAccuracyIsSaid() throws IOException {
        int row = cli.column("out/selection.csv", "split").indexOf("validation");
        int best =
                Integer.parseInt(cli.column("out/selection.csv", "best_by_loss").get(row));
        try (var open = open("out")) {
            open.page().locator("#choice").scrollIntoViewIfNeeded();
            open.drawn("choice");
            assertThat(open.page().locator("#choice figcaption").innerText())
                    .contains(String.valueOf(open.ask("tandem.cells[" + best + "].label")));
        }
    }

    @Test
    void whatIsKnownForAThresholdOfOneHalfIsNotDrawnForOthers() throws IOException {
        cli.write(
                "rule.yaml",
                cli.read(Path.of(cli.tiny("base", "replicates: 2\n"))
                                .getFileName()
                                .toString())
                        .replace("name: base", "name: rule")
                        .replace("{kind: mlp, hidden: [3]}", "{kind: logistic, threshold: 0.2}"));
        assertThat(cli.run("rule", "rule").exitCode()).isZero();
        try (var open = open("rule")) {
            open.page().locator("#plane").scrollIntoViewIfNeeded();
            open.drawn("plane");
            assertThat(open.page().locator("#plane .legend").innerText()).doesNotContain("impossible");
            assertThat(open.page().locator("#plane figcaption").innerText())
                    .contains("another threshold than one half");
        }
    }

    @Test
    void theKeyboardStaysWhereItWas() {
        try (var open = open("out")) {
            open.drawAll();
            open.page().locator("[data-key='only plane']").focus();
            open.page().keyboard().press("Enter");
            open.page().waitForSelector("body.single");
            assertThat(open.ask("document.activeElement.textContent")).isEqualTo("All charts");
            open.page().keyboard().press("Enter");
            open.page().waitForSelector("body:not(.single)");
            assertThat(open.ask("document.activeElement.dataset.key")).isEqualTo("only plane");
            open.page().getByLabel("Colours").first().focus();
            open.page().keyboard().press("ArrowDown");
            open.page().waitForSelector("html[data-theme=light]");
            assertThat(open.ask("document.activeElement.dataset.key")).isEqualTo("choose Colours");
            assertThat(open.ask("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void coloursHaveContrastAndEveryControlAndChartAName(ColorScheme colours) {
        try (var made = open("out");
                var open = chromium.open(cli.path("page.html"), 1280, colours)) {
            open.drawAll();
            assertThat(open.ask(ChartTexts.FAINT)).isEqualTo(List.of());
            assertThat(open.ask("[...document.querySelectorAll('select, button')]"
                            + ".filter(one => !one.getAttribute('aria-label')).length"))
                    .isEqualTo(0);
            assertThat(open.ask("[...document.querySelectorAll('.vega > [role], .vega svg[role], .claims svg')]"
                            + ".filter(one => !one.getAttribute('aria-label')).length"))
                    .isEqualTo(0);
            assertThat(open.ask(
                            "document.querySelector('#curves .vega[aria-label^=\"Loss and accuracy over the epochs\"]')"
                                    + " !== null"))
                    .isEqualTo(true);
            assertThat(made.complaints()).isEmpty();
        }
    }
}
