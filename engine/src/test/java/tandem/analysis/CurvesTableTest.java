package tandem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
