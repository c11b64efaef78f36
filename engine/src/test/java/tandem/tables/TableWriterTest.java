package tandem.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    private static final TableSchema CELLS =
            Schemas.cells(ImmutableList.of(Column.number("rate", "1", "", ""), Column.text("data.split", "", "")));

    @TempDir
    private Path folder;

    private static Row row(long cell, Value rate, Value split) {
        return CELLS.row().set("cell", Value.of(cell)).set("rate", rate).set("data.split", split);
    }

    private Path write(Row... rows) throws IOException {
        try (var writer = TableWriter.create(folder, CELLS, UndefinedLog.NONE_EXPECTED)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        }
        return folder.resolve("cells.csv");
    }

    @Test
    void aTableIsPlainCsvWithLineFeeds() throws IOException {
        Path file = write(row(0, Value.of(0.1), Value.of("last")), row(1, Value.BLANK, Value.of("a,b")));
        assertThat(file).hasContent("cell,rate,data.split\n0,0.1,last\n1,,\"a,b\"\n");
        assertThat(Files.readString(file)).doesNotContain("\r").endsWith("\n");
    }

    @Test
    void doublesComeBackWithTheSameBits() throws IOException {
        double[] extremes = {
            0.0,
            -0.0,
            0.1 + 0.2,
            1.0 / 3,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -1e-300,
            1e21,
            123456789.0,
            5e-5
        };
        var rows = new ArrayList<Row>();
        for (double value : extremes) {
            rows.add(row(rows.size(), Value.of(value), Value.of("")));
        }
        try (var reader = TableReader.open(write(rows.toArray(Row[]::new)))) {
            for (double value : extremes) {
                assertThat(Double.doubleToRawLongBits(
                                reader.next().number("rate").orElseThrow()))
                        .isEqualTo(Double.doubleToRawLongBits(value));
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void hostileTextComesBackUnchanged() throws IOException {
        ImmutableList<String> texts = ImmutableList.of(
                "a,b",
                "\"",
                "say \"no\"",
                "two\nlines",
                "carriage\r\nreturn",
                "=cmd|'/c calc'!A1",
                " leading",
                "trailing ",
                "#",
                "Ünïcödé \uD83C\uDF32",
                "\\N",
                "'");
        var rows = new ArrayList<Row>();
        for (String text : texts) {
            rows.add(row(rows.size(), Value.of(1.0), Value.of(text)));
        }
        try (var reader = TableReader.open(write(rows.toArray(Row[]::new)))) {
            for (String text : texts) {
                assertThat(reader.next().text("data.split")).isEqualTo(text);
            }
        }
    }

    @Test
    void textThatUtf8CannotHoldIsRefused() {
        assertThatThrownBy(() -> write(row(0, Value.of(1.0), Value.of("\uD800"))))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void notANumberCannotReachAFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Double.NEGATIVE_INFINITY));
        assertThat(Value.ofComputed(Double.POSITIVE_INFINITY)).isEqualTo(new Value.Undefined("OVERFLOW"));
    }

    @Test
    void aRowMustBeCompleteAndOfTheRightTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CELLS.row().set("rate", Value.of(1L)))
                .withMessageContaining("rate is of type NUMBER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CELLS.row().set("lr", Value.of(1.0)))
                .withMessage("cells.csv has no column lr");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CELLS.row().set("cell", Value.of(1L)).set("cell", Value.of(1L)));
        assertThatIllegalStateException()
                .isThrownBy(() -> write(CELLS.row().set("cell", Value.of(0L))))
                .withMessage("cells.csv: no value for column rate");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUndefinedValueIsAnEmptyFieldAndIsLogged() throws IOException {
        var log = new ArrayList<String>();
        try (var writer = TableWriter.create(
                folder,
                CELLS,
                (table, row, column, reason) -> log.add(table + " " + row + " " + column + " " + reason))) {
            writer.write(row(0, Value.of(1.0), Value.of("x")));
            writer.write(row(1, new Value.Undefined("TOO_SHORT"), Value.of("y")));
            writer.finish();
        }
        assertThat(log).containsExactly("cells 1 rate TOO_SHORT");
        assertThat(folder.resolve("cells.csv")).hasContent("cell,rate,data.split\n0,1.0,x\n1,,y\n");
    }

    @Test
    void anUnfinishedTableLeavesTheOldOne() throws IOException {
        Path file = write(row(0, Value.of(1.0), Value.of("old")));
        try (var writer = TableWriter.create(folder, CELLS, UndefinedLog.NONE_EXPECTED)) {
            writer.write(row(0, Value.of(1.0), Value.of("new")));
        }
        assertThat(file).content().contains("old");
        assertThat(FolderSwap.entries(folder)).containsExactly(file);
    }

    @Test
    void theDigestIsTheFiles() throws IOException {
        try (var writer = TableWriter.create(folder, CELLS, UndefinedLog.NONE_EXPECTED)) {
            writer.write(row(0, Value.of(1.0), Value.of("x")));
            WrittenTable written = writer.finish();
            String digest = MoreFiles.asByteSource(folder.resolve("cells.csv"))
                    .hash(Hashing.sha256())
                    .toString();
            assertThat(written).isEqualTo(new WrittenTable("cells.csv", 1, digest));
        }
    }

    @Test
    void readingNamesFileLineAndColumn() throws IOException {
        Path file = folder.resolve("runs.csv");
        Files.writeString(file, "run,loss\n0,1.5\n1,abc\n2,NaN\nx,1\n3\n");
        try (var reader = TableReader.open(file)) {
            assertThat(reader.next().number("loss")).hasValue(1.5);
            var second = reader.next();
            assertThatThrownBy(() -> second.number("loss"))
                    .hasMessage(file + ":3: column loss must hold a number: 'abc'");
            var third = reader.next();
            assertThatThrownBy(() -> third.number("loss"))
                    .hasMessage(file + ":4: column loss must hold a finite number: 'NaN'");
            assertThatThrownBy(() -> third.number("lozz")).hasMessage(file + ":1: there is no column lozz");
            var fourth = reader.next();
            assertThatThrownBy(() -> fourth.integer("run"))
                    .hasMessage(file + ":5: column run must hold a whole number: 'x'");
            assertThatThrownBy(reader::next)
                    .hasMessageStartingWith(file + ":6: this row has 1 fields where the header has 2");
        }
    }

    @Test
    void aBrokenCsvIsASentence() throws IOException {
        Path file = folder.resolve("runs.csv");
        Files.writeString(file, "run,loss\n\"0,1\n");
        try (var reader = TableReader.open(file)) {
            assertThatThrownBy(reader::hasNext)
                    .isInstanceOf(UnusableTableException.class)
                    .hasMessageContaining("this is not a row of a table");
        }
        Files.writeString(file, "run,run\n");
        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(UnusableTableException.class)
                .hasMessageContaining(file + ":1: this is not the header of a table");
    }
}
