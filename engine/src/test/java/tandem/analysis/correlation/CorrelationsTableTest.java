package tandem.analysis.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.analysis.TinyResults;
import tandem.analysis.WrittenRows;
import tandem.tables.AnalysisSchemas;

class CorrelationsTableTest {
    private static final String HEADER =
            "run,cell,replicate,rate,status,diverged_epoch,train_loss,train_accuracy,train_spearman";

    /** Within every cell the accuracy falls with the loss, but cells with more loss have more accuracy. */
    private static final double[][] LOSSES = {
        {0.30, 0.34, 0.38, 0.42, 0.46}, {0.60, 0.66, 0.62, 0.70, 0.72}, {0.90, 0.99, 0.93, 0.96, 1.02}
    };

    private static final double[][] ACCURACIES = {
        {0.50, 0.49, 0.47, 0.48, 0.45}, {0.64, 0.60, 0.63, 0.61, 0.60}, {0.80, 0.74, 0.78, 0.77, 0.73}
    };

    private static final double[][] WITHIN = {
        {-0.9, -0.8, -0.7, -0.85, -0.75}, {-0.5, -0.4, -0.6, -0.45, -0.55}, {0.1, 0.2, 0.3, 0.25, 0.15}
    };

    @TempDir
    private Path folder;

    private static List<String> runs() {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int cell = 0; cell < 3; cell++) {
            for (int replicate = 0; replicate < 5; replicate++) {
                lines.add(lines.size() - 1 + "," + cell + "," + replicate + "," + cell + ",ok,,"
                        + LOSSES[cell][replicate] + "," + ACCURACIES[cell][replicate] + "," + WITHIN[cell][replicate]);
            }
        }
        return lines;
    }

    /** The replicates four times over: 20, as many as a bootstrap needs. */
    private static List<String> fourfoldRuns() {
        return TinyResults.repeated(runs(), 4);
    }

    /** 3 cells of 40 replicates. */
    private static List<String> noisyRuns() {
        var random = new SplittableRandom(8);
        var lines = new ArrayList<>(List.of(HEADER));
        for (int run = 0; run < 120; run++) {
            int cell = run / 40;
            lines.add(run + "," + cell + "," + run % 40 + "," + cell + ",ok,," + random.nextDouble() + ","
                    + random.nextDouble() + "," + random.nextDouble());
        }
        return lines;
    }

    private WrittenRows write(List<String> runs, long seed) throws IOException {
        return write(runs, seed, "cell,rate", "0,0", "1,1", "2,2");
    }

    private WrittenRows write(List<String> runs, long seed, String... cells) throws IOException {
        var tiny = new TinyResults(folder);
        Path cellTable = tiny.cells(cells);
        Path runTable = tiny.runs(runs.toArray(String[]::new));
        return WrittenRows.of(
                folder, AnalysisSchemas.correlations(), out -> CorrelationsTable.write(cellTable, runTable, seed, out));
    }

    @Test
    void aRunsOwnCorrelationsAreAveragedWithinReplicatesFirst() throws IOException {
        var written = write(runs(), 1);
        assertThat(written.texts("cell stratum method series n n_undefined ci_method", "within_run"))
                .containsExactly(
                        "0  spearman levels 5 0 student_t",
                        "1  spearman levels 5 0 student_t",
                        "2  spearman levels 5 0 student_t",
                        " all spearman levels 5 0 student_t");
        // m = w.mean(0); m.mean() -+ scipy.stats.t.ppf(0.975, 4) * m.std(ddof=1) / np.sqrt(5)
        String[] all = {"within_run", "all"};
        assertThat(written.number("estimate", all)).isCloseTo(-0.3666666666666667, within(1e-15));
        assertThat(written.number("ci_low", all)).isCloseTo(-0.4194272413013886, within(1e-12));
        assertThat(written.number("ci_high", all)).isCloseTo(-0.3139060920319448, within(1e-12));
        // the same of w[0]
        assertThat(Double.parseDouble(written.texts("ci_low", "within_run").getFirst()))
                .isCloseTo(-0.8981621580738779, within(1e-12));
    }

    @Test
    void replicatesOfACellHaveTheIntervalOfTheirMethod() throws IOException {
        var written = write(runs(), 1);
        // scipy.stats.pearsonr, spearmanr, kendalltau(L[1], A[1]); np.tanh(np.arctanh(r) -+ 1.96 se)
        String[][] rows = {
            {"across_replicates", "1", "pearson", "fisher_z"},
            {"across_replicates", "1", "spearman", "bonett_wright"},
            {"across_replicates", "1", "kendall", "bonett_wright"}
        };
        double[][] expected = {
            {-0.8636670341750612, -0.990890403393501, 0.07814359088774343},
            {-0.8207826816681233, -0.9920459711149154, 0.41629081750673846},
            {-0.7378647873726218, -0.9776504519530935, 0.33626670906678463}
        };
        for (int i = 0; i < rows.length; i++) {
            assertThat(written.number("estimate", rows[i])).isCloseTo(expected[i][0], within(1e-13));
            assertThat(written.number("ci_low", rows[i])).isCloseTo(expected[i][1], within(1e-12));
            assertThat(written.number("ci_high", rows[i])).isCloseTo(expected[i][2], within(1e-12));
        }
        assertThat(written.undefined()).contains("10 ci_low PERFECT_CORRELATION");
        // np.mean of the three cells' spearmanr and kendalltau
        assertThat(written.number("estimate", "across_replicates", "all", "spearman"))
                .isCloseTo(-0.9069275605560411, within(1e-14));
        assertThat(written.number("estimate", "across_replicates", "all", "kendall"))
                .isCloseTo(-0.8459549291242072, within(1e-14));
        assertThat(write(fourfoldRuns(), 1)
                        .texts("n n_undefined ci_method simpson", "across_replicates", "all", "kendall"))
                .containsExactly("3 0 bootstrap 1");
    }

    @Test
    void aBootstrapOfFewReplicatesIsNoInterval() throws IOException {
        var written = write(runs(), 1);
        assertThat(written.texts("estimate ci_low ci_high ci_method simpson", "across_cells", "spearman"))
                .containsExactly("1.0    0");
        assertThat(written.texts("ci_low ci_method simpson", "across_replicates", "all", "kendall"))
                .containsExactly("  0");
        assertThat(written.undefined())
                .filteredOn(row -> row.endsWith("ci_low TOO_FEW"))
                .hasSize(6);
    }

    @Test
    void cellMeansAreCorrelatedAndContradictTheOtherLevels() throws IOException {
        var written = write(fourfoldRuns(), 1);
        // scipy.stats.pearsonr(L.mean(1), A.mean(1))
        assertThat(written.number("estimate", "across_cells", "pearson")).isCloseTo(0.9999999612660638, within(1e-14));
        assertThat(written.texts("cell n estimate ci_low ci_high ci_method simpson", "across_cells", "spearman"))
                .containsExactly(" 3 1.0 1.0 1.0 bootstrap 1");
        assertThat(written.texts("simpson", "within_run")).containsExactly("", "", "", "1");
    }

    @Test
    void signsThatAreNotSureRaiseNoFlag() throws IOException {
        var runs = runs();
        // one replicate with a large positive correlation widens the interval of the mean beyond 0
        runs.replaceAll(line -> line.startsWith("4,") || line.startsWith("9,") || line.startsWith("14,")
                ? line.substring(0, line.lastIndexOf(',')) + ",1"
                : line);
        var written = write(runs, 1);
        assertThat(written.number("ci_high", "within_run", "all")).isPositive();
        assertThat(written.number("estimate", "within_run", "all")).isNegative();
        assertThat(written.texts("simpson", "within_run", "all")).containsExactly("0");
        // still between replicates and cells
        assertThat(write(TinyResults.repeated(runs, 4), 1).texts("simpson", "across_cells", "spearman"))
                .containsExactly("1");
    }

    @Test
    void theBootstrapDependsOnTheSeedAndOnNothingElseInTheTable() throws IOException {
        var runs = noisyRuns();
        var written = write(runs, 1);
        for (String level : new String[] {"across_replicates", "across_cells"}) {
            String[] mean = {level, "all", "pearson"};
            var interval = written.texts("ci_low ci_high", mean);
            assertThat(write(runs, 1).texts("ci_low ci_high", mean)).isEqualTo(interval);
            assertThat(write(runs, 2).texts("ci_low ci_high", mean)).isNotEqualTo(interval);
        }
        var more = noisyRuns();
        more.set(0, HEADER + ",validation_loss,validation_accuracy,train_kendall");
        for (int i = 1; i < more.size(); i++) {
            more.set(i, more.get(i) + "," + i * i + ",0." + (1000 + i) + ",0.5");
        }
        var wider = write(more, 1);
        assertThat(wider.count()).isGreaterThan(written.count());
        String columns = "level method n estimate ci_low ci_high";
        assertThat(wider.texts(columns, "train", "end")).isEqualTo(written.texts(columns, "train", "end"));
    }

    @Test
    void fewReplicatesHaveFewerRows() throws IOException {
        // one replicate: no rows by cell, estimates without interval; the same with three, but for the intervals
        var one = runs().stream()
                .filter(line -> line.startsWith("run") || line.matches("\\d+,\\d+,0,.*"))
                .toList();
        var written = write(one, 1);
        assertThat(written.texts("level cell method n ci_low"))
                .containsExactly(
                        "within_run  spearman 1 ",
                        "across_cells  pearson 3 ",
                        "across_cells  spearman 3 ",
                        "across_cells  kendall 3 ");
        assertThat(written.undefined()).isEmpty();
        var three = runs().stream()
                .filter(line -> line.startsWith("run") || line.matches("\\d+,\\d+,[012],.*"))
                .toList();
        assertThat(write(three, 1).texts("level", "across_replicates")).isEmpty();
        assertThat(write(three, 1).texts("n", "within_run")).containsExactly("3", "3", "3", "3");
    }

    @Test
    void undefinedValuesAreCounted() throws IOException {
        var runs = runs();
        runs.set(1, "0,0,0,0,diverged,3,,,");
        runs.set(2, "1,0,1,0,diverged,3,,,-0.5");
        var written = write(runs, 1);
        assertThat(written.texts("cell n n_undefined", "within_run"))
                .containsExactly("0 4 1", "1 5 0", "2 5 0", " 5 0");
        assertThat(written.texts("cell n n_undefined estimate", "across_replicates", "spearman"))
                .startsWith("0 3 2 ")
                .last()
                .asString()
                .startsWith(" 2 1 ");
        assertThat(written.undefined()).contains("4 estimate TOO_FEW", "4 ci_low TOO_FEW", "4 ci_high TOO_FEW");
    }

    @Test
    void dataSetsAreStrata() throws IOException {
        var runs = runs();
        runs.replaceAll(line -> line.replace("rate", "data.source"));
        String[] cells = {"cell,data.source,x", "0,iris,0", "1,iris,1", "2,digits,0"};
        var written = write(runs, 1, cells);
        assertThat(written.texts("stratum n", "across_replicates", "pearson"))
                .containsExactly(" 5", " 5", " 5", "all 3", "iris 2", "digits 1");
        // three cells are needed to speak of cells
        assertThat(written.texts("stratum", "across_cells", "pearson")).containsExactly("all");
        // one cell has its own interval, not a bootstrap's
        assertThat(written.texts("ci_method", "digits", "across_replicates", "pearson"))
                .containsExactly("fisher_z");
    }

    @Test
    void cellsAreComparedByNormalisedLossWhereThereIsOne() throws IOException {
        var runs = runs();
        runs.set(0, HEADER + ",train_normalised_loss");
        for (int i = 1; i < runs.size(); i++) {
            runs.set(i, runs.get(i) + "," + (1.0 - i / 100.0));
        }
        assertThat(write(runs, 1).number("estimate", "across_cells", "spearman"))
                .isEqualTo(-1);
        assertThat(write(runs, 1).number("estimate", "across_replicates", "1", "pearson"))
                .isCloseTo(-0.8636670341750612, within(1e-13));
    }
}
