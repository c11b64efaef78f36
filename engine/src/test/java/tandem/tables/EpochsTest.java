package tandem.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochsTest {
    private static final String HEADER =
            "run,epoch,split,loss,accuracy,correct,objective,penalty,weight_norm,gradient_norm\n";

    @TempDir
    private Path folder;

    private static RunSeries run(double... values) {
        return RunSeries.of(values, new double[values.length], values, values);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("epochs.csv"), content);
    }

    @Test
    void aRunIsEncodedEpochByEpoch() {
        var train = SplitSeries.of("train", new double[] {1.5, 0.25}, new int[] {1, 12}, 16);
        var validation = SplitSeries.of("validation", new double[] {2, 1e-10}, new int[] {0, 3}, 3);
        var run = RunSeries.of(
                new double[] {1.5, 0.5}, new double[] {0, 0.125}, new double[] {3, 4}, new double[] {-1, 7});
        byte[] bytes = new EpochRowEncoder().encode(1203, ImmutableList.of(train, validation), run);
        assertThat(new String(bytes, UTF_8)).isEqualTo("""
            1203,0,train,1.5,0.0625,1,1.5,0.0,3.0,
            1203,0,validation,2.0,0.0,0,,,,
            1203,1,train,0.25,0.75,12,0.5,0.125,4.0,7.0
            1203,1,validation,1.0E-10,1.0,3,,,,
            """);
    }

    @Test
    void aRunWithoutGradientLeavesTheFieldEmpty() {
        var train = SplitSeries.of("train", new double[] {1}, new int[] {1}, 2);
        var run = RunSeries.of(new double[] {1}, new double[] {0}, new double[] {0}, new double[] {});
        assertThat(new String(new EpochRowEncoder().encode(0, ImmutableList.of(train), run), UTF_8))
                .isEqualTo("0,0,train,1.0,0.5,1,1.0,0.0,0.0,\n");
    }

    @Test
    void commonsCsvReadsTheSameBits() throws IOException {
        int epochs = 5000;
        var random = new SplittableRandom(7);
        double[] losses = new double[epochs];
        int[] correct = new int[epochs];
        for (int t = 0; t < epochs; t++) {
            losses[t] = Math.abs(Double.longBitsToDouble(random.nextLong(0x7FEFFFFFFFFFFFFFL)));
            correct[t] = random.nextInt(1_000_000);
        }
        var train = SplitSeries.of("train", losses, correct, 1_000_000);
        try (var writer = EncodedTableWriter.create(folder, Schemas.epochs())) {
            writer.append(EncodedRows.of(
                    new EpochRowEncoder().encode(1L << 40, ImmutableList.of(train), run(losses)), epochs));
            assertThat(writer.finish().rows()).isEqualTo(epochs);
        }
        try (var table = TableReader.open(folder.resolve("epochs.csv"));
                var rows = EpochsReader.open(folder.resolve("epochs.csv"))) {
            for (int t = 0; t < epochs; t++) {
                var fields = table.next();
                assertThat(rows.next()).isTrue();
                assertThat(fields.integer("run")).isEqualTo(1L << 40).isEqualTo(rows.run());
                assertThat(fields.integer("epoch")).isEqualTo(t).isEqualTo(rows.epoch());
                assertThat(fields.number("loss").orElseThrow())
                        .isEqualTo(losses[t])
                        .isEqualTo(rows.loss());
                assertThat(fields.number("weight_norm").orElseThrow()).isEqualTo(losses[t]);
                assertThat(fields.number("accuracy").orElseThrow())
                        .isEqualTo(correct[t] / 1e6)
                        .isEqualTo(rows.accuracy());
                assertThat(fields.integer("correct")).isEqualTo(correct[t]).isEqualTo(rows.correct());
                assertThat(rows.split()).isZero();
            }
            assertThat(table.hasNext()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aMarkedRowIsFoundAgain() throws IOException {
        int epochs = 5000;
        double[] losses = new SplittableRandom(5).doubles(epochs).toArray();
        var train = SplitSeries.of("train", losses, new int[epochs], 1);
        try (var writer = EncodedTableWriter.create(folder, Schemas.epochs())) {
            writer.append(
                    EncodedRows.of(new EpochRowEncoder().encode(0, ImmutableList.of(train), run(losses)), epochs));
            writer.finish();
        }
        try (var rows = EpochsReader.open(folder.resolve("epochs.csv"))) {
            var marks = new ArrayList<EpochsReader.Mark>();
            while (rows.next()) {
                marks.add(rows.mark());
            }
            assertThat(marks).hasSize(epochs);
            for (int t = epochs - 1; t >= 0; t -= 7) {
                rows.goTo(marks.get(t));
                assertThat(rows.epoch()).isEqualTo(t);
                assertThat(rows.loss()).isEqualTo(losses[t]);
                assertThat(rows.mark()).isEqualTo(marks.get(t));
                assertThat(rows.next()).isEqualTo(t < epochs - 1);
            }
        }
    }

    @Test
    void encodersDoNotRememberRuns() {
        var encoder = new EpochRowEncoder();
        var long1 = SplitSeries.of("train", new double[] {1, 2, 3}, new int[] {1, 2, 3}, 3);
        var other = SplitSeries.of("train", new double[] {0.5}, new int[] {2}, 3);
        byte[] before = encoder.encode(5, ImmutableList.of(other), run(1));
        encoder.encode(6, ImmutableList.of(long1), run(1, 2, 3));
        assertThat(encoder.encode(5, ImmutableList.of(other), run(1)))
                .isEqualTo(before)
                .isEqualTo(new EpochRowEncoder().encode(5, ImmutableList.of(other), run(1)));
    }

    @Test
    void aNonFiniteValueIsRefused() {
        var train = SplitSeries.of("train", new double[] {Double.NaN}, new int[] {0}, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpochRowEncoder().encode(0, ImmutableList.of(train), run(1)));
        var longer = SplitSeries.of("train", new double[] {1, 1}, new int[] {0, 0}, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpochRowEncoder().encode(0, ImmutableList.of(longer), run(1)));
    }

    @Test
    void aRunWithTooManyEpochsIsASentence() {
        int epochs = 3000;
        var train = SplitSeries.of("train", new double[epochs], new int[epochs], 1);
        var encoder = new EpochRowEncoder(100_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(8, ImmutableList.of(train), run(new double[epochs])))
                .withMessage("run 8 has too many epochs: the rows of its 3000 epochs in epochs.csv would have more"
                        + " than 100000 bytes; train for fewer epochs");
        var shorter = SplitSeries.of("train", new double[2000], new int[2000], 1);
        assertThat(encoder.encode(8, ImmutableList.of(shorter), run(new double[2000])))
                .hasSizeBetween(70_000, 100_000);
    }

    @Test
    void aDamagedTableIsASentence() throws IOException {
        String row = "0,0,train,1.0,0.5,1,,,,\n";
        assertUnusable("run,epoch\n", ":1: the header must be run,epoch,split,loss");
        assertUnusable(HEADER.replace("loss", "lost"), ":1: the header must be run,epoch,split,loss");
        assertUnusable(HEADER + row + "0,1,train,1.0\n", ":3: a row has 10 fields, this one 4");
        assertUnusable(HEADER + row.replace(",,,,", ",,,,,"), ":2: a row has 10 fields");
        assertUnusable(HEADER + row + "0,1,tra", ":3: the last line has no end");
        assertUnusable(HEADER + row.replace("1.0", "NaN"), ":2: column loss must hold a finite number: 'NaN'");
        assertUnusable(HEADER + row.replace("1.0", "x"), ":2: column loss must hold a number: 'x'");
        assertUnusable(HEADER + row.replace("train", "tram"), ":2: column split must hold one of");
        assertUnusable(HEADER + row.replace("0,0,", "-1,0,"), ":2: column run must hold a whole number: '-1'");
        assertUnusable(HEADER + "x".repeat(100_000), "the line is too long");
        assertUnusable("", ":0: the header must be");
    }

    private void assertUnusable(String content, String message) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> {
                    try (var rows = EpochsReader.open(file)) {
                        while (rows.next()) {
                            assertThat(rows.run() + rows.split() + rows.loss()).isNotNaN();
                        }
                    }
                })
                .isInstanceOf(UnusableTableException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }
}
