package tandem.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.tables.Schemas;
import tandem.tables.TableReader;
import tandem.tables.TableWriter;
import tandem.tables.UndefinedLog;

class SummaryTableTest {
    @TempDir
    private Path folder;

    private Path write(Path cells, Path runs) throws IOException {
        return write(cells, runs, UndefinedLog.NONE_EXPECTED);
    }

    private Path write(Path cells, Path runs, UndefinedLog undefined) throws IOException {
        try (var table = TableWriter.create(folder, Schemas.summary(), undefined)) {
            SummaryTable.write(cells, runs, table);
            table.finish();
        }
        return folder.resolve("summary.csv");
    }

    @Test
    void theIntervalIsStudents() throws IOException {
        var tiny = new TinyResults(folder);
        Path cells = tiny.cells("cell,rate", "0,0.5");
        Path runs = tiny.runs(
                "run,cell,replicate,rate,status,diverged_epoch,train_loss",
                "0,0,0,0.5,ok,,0.3",
                "1,0,1,0.5,ok,,0.1",
                "2,0,2,0.5,diverged,7,",
                "3,0,3,0.5,ok,,0.4",
                "4,0,4,0.5,ok,,0.15");
        try (var reader = TableReader.open(write(cells, runs))) {
            var row = reader.next();
            assertThat(row.text("measure")).isEqualTo("train_loss");
            assertThat(row.integer("n")).isEqualTo(4);
            assertThat(row.integer("n_undefined")).isEqualTo(1);
            // x = [0.3, 0.1, 0.4, 0.15]: se = np.std(x, ddof=1) / 2; np.mean(x) -+ scipy.stats.t.ppf(0.975, 3) * se
            assertThat(row.number("mcse").orElseThrow()).isCloseTo(0.06884463184107628, within(1e-16));
            assertThat(row.number("ci_low").orElseThrow()).isCloseTo(0.018405655758749695, within(1e-12));
            assertThat(row.number("ci_high").orElseThrow()).isCloseTo(0.45659434424125034, within(1e-12));
            assertThat(row.text("ci_method")).isEqualTo("student_t");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void measuresAreAllColumnsButKeysAndFactors() throws IOException {
        var tiny = new TinyResults(folder);
        Path cells = tiny.cells("cell,rate,help", "0,1,none", "1,2,none");
        Path runs = tiny.runs(
                "run,cell,replicate,rate,help,status,diverged_epoch,train_loss,penalty,train_min_loss_epoch",
                "0,0,0,1,none,ok,,1.0,0.0,5",
                "1,0,1,1,none,ok,,1.0,0.0,7",
                "2,1,0,2,none,ok,,1.0,0.0,7");
        try (var reader = TableReader.open(write(cells, runs))) {
            // cell 1 has one run only, so no row
            for (String measure : new String[] {"train_loss", "penalty", "train_min_loss_epoch"}) {
                var row = reader.next();
                assertThat(row.integer("cell")).isZero();
                assertThat(row.text("measure")).isEqualTo(measure);
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void aMeasureThatHardlyAnyRunHasKeepsItsRow() throws IOException {
        var tiny = new TinyResults(folder);
        Path cells = tiny.cells("cell", "0", "1");
        Path runs = tiny.runs(
                "run,cell,replicate,status,diverged_epoch,train_loss",
                "0,0,0,diverged,3,",
                "1,0,1,diverged,2,",
                "2,0,2,failed,,",
                "3,1,0,diverged,4,",
                "4,1,1,ok,,0.5",
                "5,1,2,failed,,");
        var undefined = new ArrayList<String>();
        Path summary = write(cells, runs, (table, row, column, reason) -> undefined.add(row + column + reason));
        assertThat(summary).content().endsWith("""
            0,train_loss,0,3,,,,,,,,,
            1,train_loss,1,2,,,,,,,,,
            """);
        assertThat(undefined)
                .hasSize(16)
                .startsWith("0meanTOO_FEW", "0sdTOO_FEW", "0mcseTOO_FEW")
                .endsWith("1ci_lowTOO_FEW", "1ci_highTOO_FEW");
    }
}
