package tandem.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    @TempDir
    private Path folder;

    private static String estimate(double... values) {
        return OverviewText.text(Estimate.of(ImmutableDoubleArray.copyOf(values)));
    }

    private CellOverview overview(int shown) throws IOException {
        var tiny = new TinyResults(folder);
        Path cells = tiny.cells("cell,data.split", "0,last", "1,stratified", "2,column", "3,\"a\nb\"");
        String header = "run,cell,replicate,data.split,status,diverged_epoch,train_loss,validation_loss,"
                + "validation_accuracy,validation_spearman";
        Path runs = tiny.runs(
                header,
                "0,0,0,last,ok,,9,0.3,0.9,-0.5",
                "1,0,1,last,ok,,9,0.1,0.9,-0.25",
                "2,1,0,stratified,ok,,9,0.05,0.5,",
                "3,1,1,stratified,diverged,4,,,,-1",
                "4,2,0,column,failed,,,,,",
                "5,2,1,column,failed,,,,,",
                "6,3,0,\"a\nb\",ok,,9,0.4,0.95,0.5",
                "7,3,1,\"a\nb\",ok,,9,0.4,0.95,0.25");
        return CellOverview.of(cells, runs, shown);
    }

    @Test
    void everyCellHasItsLineWhereThereAreFew() throws IOException {
        // mean of 0.3 and 0.1: 0.2, mcse = sd / sqrt(2) = 0.1; of -0.5 and -0.25: -0.375, mcse 0.125
        assertThat(OverviewText.of(overview(4), "out/x")).isEqualTo("""
            cell  data.split  validation loss  validation accuracy       spearman  runs  diverged  failed
            0     last           0.20 +- 0.10               0.9000  -0.38 +- 0.12     2         -       -
            1     stratified          0.05000               0.5000         -1.000     2         1       -
            2     column                    -                    -              -     2         -       2
            3     a?b                  0.4000               0.9500   0.38 +- 0.12     2         -       -
            """);
    }

    @Test
    void theBestAreShownWhereThereAreMany() throws IOException {
        assertThat(OverviewText.of(overview(1), "out/x")).isEqualTo("""
            cell  data.split  validation loss  validation accuracy       spearman  runs  diverged  failed
            0     last           0.20 +- 0.10               0.9000  -0.38 +- 0.12     2         -       -
            1     stratified          0.05000               0.5000         -1.000     2         1       -  lowest loss
            3     a?b                  0.4000               0.9500   0.38 +- 0.12     2         -       -  highest accuracy
            Shown are the first 1 of 4 cells and the best by loss and by accuracy; all are in out/x/runs.csv.
            """);
    }

    @Test
    void trainIsShownWhereThereIsNoValidation() throws IOException {
        var tiny = new TinyResults(folder);
        Path cells = tiny.cells("cell", "0");
        Path runs = tiny.runs(
                "run,cell,replicate,status,diverged_epoch,train_loss,train_accuracy", "0,0,0,ok,,0.5824081759,0.6");
        assertThat(OverviewText.of(CellOverview.of(cells, runs, 10), "out/x")).isEqualTo("""
            cell  train loss  train accuracy  runs  diverged  failed
            0         0.5824          0.6000     1         -       -
            """);
    }

    @Test
    void numbersShowWhatTheirErrorAllows() {
        assertThat(OverviewText.text(Optional.empty())).isEqualTo("-");
        assertThat(estimate(1e-9)).isEqualTo("1.000E-9");
        assertThat(estimate(0)).isEqualTo("0.000");
        // mcse = |a - b| / 2
        assertThat(estimate(0.1000, 0.1024)).isEqualTo("0.1012 +- 0.0012");
        assertThat(estimate(90, 110)).isEqualTo("100 +- 10");
        assertThat(estimate(0.5, 0.5)).isEqualTo("0.5000");
        // a difference of rounding only: at most eight digits of the mean
        assertThat(estimate(0.3, 0.1 + 0.2)).isEqualTo("0.30000000 +- 2.8E-17");
    }
}
