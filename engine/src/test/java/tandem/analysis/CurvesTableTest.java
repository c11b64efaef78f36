package tandem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.tables.EpochsReader;
import tandem.tables.Schemas;
import tandem.tables.TableWriter;
import tandem.tables.UndefinedLog;
import tandem.tables.UnusableTableException;

class CurvesTableTest {
    private static final String HEADER = "cell,epoch,split,n,loss_mean,loss_sd,loss_q25,loss_median,loss_q75,"
            + "accuracy_mean,accuracy_sd,accuracy_q25,accuracy_median,accuracy_q75\n";

    @TempDir
    private Path folder;

    private Path write(Path runs, Path epochs) throws IOException {
        try (var table = TableWriter.create(folder, Schemas.curves(), UndefinedLog.NONE_EXPECTED)) {
            CurvesTable.write(runs, epochs, table);
            table.finish();
        }
        return folder.resolve("curves.csv");
    }

    @Test
    void aDivergedRunCountsAsLongAsItLives() throws IOException {
        var tiny = new TinyResults(folder);
        Path runs = tiny.runs("run,cell,status", "0,0,ok", "1,0,diverged", "2,0,ok", "3,1,ok");
        Path epochs = tiny.epochs(ImmutableMap.of(
                0L, new double[] {1, 2}, 1L, new double[] {2}, 2L, new double[] {6, 4}, 3L, new double[] {0.5, 0.25}));
        // epoch 0 of cell 0: 1, 2, 6: mean 3, sd sqrt((4 + 1 + 9) / 2) = sqrt(7), quartiles 1.5, 2, 4; epoch 1: 2, 4
        assertThat(write(runs, epochs))
                .hasContent(HEADER
                        + "0,0,train,3,3.0,2.6457513110645907,1.5,2.0,4.0,0.0,0.0,0.0,0.0,0.0\n"
                        + "0,1,train,2,3.0,1.4142135623730951,2.5,3.0,3.5,0.1,0.0,0.1,0.1,0.1\n"
                        + "1,0,train,1,0.5,,0.5,0.5,0.5,0.0,,0.0,0.0,0.0\n"
                        + "1,1,train,1,0.25,,0.25,0.25,0.25,0.1,,0.1,0.1,0.1\n");
    }

    @Test
    void cleanLabelsHaveADistributionOfTheirOwn() throws IOException {
        var tiny = new TinyResults(folder);
        Path runs = tiny.runs("run,cell,status", "0,0,ok", "1,0,ok");
        Path epochs = tiny.epochsWithCleanLabels(
                "0,0,train,1.0,0.5,1,1.0,0.0,0.0,,3.0,0.75", "1,0,train,2.0,0.5,1,2.0,0.0,0.0,,5.0,0.25");
        assertThat(CurvesTable.schema(epochs).header()).endsWith("clean_accuracy_median", "clean_accuracy_q75");
        try (var table = TableWriter.create(folder, CurvesTable.schema(epochs), UndefinedLog.NONE_EXPECTED)) {
            CurvesTable.write(runs, epochs, table);
            table.finish();
        }
        // 3 and 5: mean 4, sd sqrt 2, quartiles 3.5 and 4.5; 0.75 and 0.25: 0.5, sqrt(2 / 16), 0.375, 0.625
        assertThat(folder.resolve("curves.csv"))
                .content()
                .endsWith("0,0,train,2,1.5,0.7071067811865476,1.25,1.5,1.75,0.5,0.0,0.5,0.5,0.5,"
                        + "4.0,1.4142135623730951,3.5,4.0,4.5,0.5,0.3535533905932738,0.375,0.5,0.625\n");
    }

    @Test
    void onlyWhatTrainsHasCurves() throws IOException {
        var tiny = new TinyResults(folder);
        assertThat(CurvesTable.appliesTo(tiny.epochs(ImmutableMap.of(0L, new double[] {1}, 1L, new double[] {2}))))
                .isFalse();
        assertThat(CurvesTable.appliesTo(tiny.epochs(ImmutableMap.of(0L, new double[] {1}, 1L, new double[] {2, 3}))))
                .isTrue();
    }

    /** Two large cells and a small one between, the runs of different length. */
    private static ImmutableMap<Long, double[]> losses(int longest) {
        var random = new SplittableRandom(11);
        var losses = ImmutableMap.<Long, double[]>builder();
        for (long run = 0; run < 15; run++) {
            int length = run == 7 ? 2 : longest - (int) run;
            losses.put(run, random.doubles(length).toArray());
        }
        return losses.buildOrThrow();
    }

    private static Path runsOfLosses(TinyResults tiny) throws IOException {
        return tiny.runs(IntStream.range(-1, 15)
                .mapToObj(run -> run < 0 ? "run,cell,status" : run + "," + (run < 7 ? 0 : run < 8 ? 1 : 2) + ",ok")
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5_000, 33_333, 400_000})
    void slicesOfEpochsGiveTheSameBytes(long budget) throws IOException {
        var tiny = new TinyResults(folder);
        Path epochs = tiny.epochs(losses(700));
        Path runs = runsOfLosses(tiny);
        byte[] whole = Files.readAllBytes(write(runs, epochs));
        try (var table = TableWriter.create(folder, Schemas.curves(), UndefinedLog.NONE_EXPECTED)) {
            CurvesTable.write(runs, epochs, table, budget);
            // 700 epochs of the first cell, 2 of the second, 700 - 8 of the third
            assertThat(table.finish().rows()).isEqualTo(700 + 2 + 692);
        }
        assertThat(folder.resolve("curves.csv")).hasBinaryContent(whole);
    }

    @Test
    void aSliceStaysWithinItsBudget() throws IOException {
        Path epochs = new TinyResults(folder).epochs(losses(700));
        long budget = 40_000;
        var slice = new EpochSlice(0, Integer.MAX_VALUE, budget);
        try (var rows = EpochsReader.open(epochs)) {
            while (rows.next()) {
                slice.add(rows);
                assertThat(slice.values().stream()
                                .flatMap(Stream::of)
                                .mapToLong(EpochValues::bytes)
                                .sum())
                        .isLessThanOrEqualTo(budget);
            }
        }
        assertThat(slice.hasMore()).isTrue();
        assertThat(slice.values()).hasSize(slice.width()).hasSizeGreaterThan(20);
    }

    @Test
    void runsWithoutEpochsArePassedOver() throws IOException {
        var tiny = new TinyResults(folder);
        Path runs = tiny.runs("run,cell,status", "0,0,failed", "1,0,diverged", "2,1,ok", "3,2,failed");
        assertThat(write(runs, tiny.epochs(ImmutableMap.of(2L, new double[] {0.5}))))
                .hasContent(HEADER + "1,0,train,1,0.5,,0.5,0.5,0.5,0.0,,0.0,0.0,0.0\n");
        assertThat(write(runs, tiny.epochs(ImmutableMap.of()))).hasContent(HEADER);
    }

    @Test
    void anUnknownRunIsASentence() throws IOException {
        var tiny = new TinyResults(folder);
        Path runs = tiny.runs("run,cell,status", "0,0,ok");
        Path epochs = tiny.epochs(ImmutableMap.of(7L, new double[] {0.5}));
        assertThatThrownBy(() -> write(runs, epochs))
                .isInstanceOf(UnusableTableException.class)
                .hasMessageContaining("runs.csv:1: there is no run 7 here");
        assertThat(folder.resolve("curves.csv")).doesNotExist();
    }
}
