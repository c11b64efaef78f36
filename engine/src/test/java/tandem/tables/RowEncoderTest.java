package tandem.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowEncoderTest {
    @TempDir
    private Path folder;

    private static Row path(RowEncoder encoder, String name, Value probability) {
        return encoder.row()
                .set("run", Value.of(7))
                .set("epoch", Value.of(1))
                .set("split", Value.of("train"))
                .set("example", Value.of(3))
                .set("label", Value.of(name))
                .set("class", Value.of("a"))
                .set("probability", probability);
    }

    @Test
    void rowsAreTheBytesOfTheirTable() throws IOException {
        var encoder = RowEncoder.of(ExampleSchemas.paths());
        encoder.add(path(encoder, "a,b \"c\"", Value.of(0.25)));
        encoder.add(path(encoder, "d", Value.BLANK));
        var rows = encoder.encoded();
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.undefined()).isEmpty();
        assertThat(new String(rows.bytes(), UTF_8))
                .isEqualTo("7,1,train,3,\"a,b \"\"c\"\"\",a,0.25\n7,1,train,3,d,a,\n");
    }

    @Test
    void undefinedFieldsKeepTheirRowInTheWholeTable() throws IOException {
        var first = RowEncoder.of(ExampleSchemas.paths());
        first.add(path(first, "a", Value.of(1.0)));
        first.add(path(first, "b", Value.of(1.0)));
        var second = RowEncoder.of(ExampleSchemas.paths());
        second.add(path(second, "c", Value.of(1.0)));
        second.add(path(second, "d", new Value.Undefined("OVERFLOW")));
        var rows = second.encoded();
        assertThat(rows.undefined()).containsExactly(new EncodedRows.UndefinedField(1, "probability", "OVERFLOW"));
        var log = new ArrayList<String>();
        UndefinedLog undefined = (table, row, column, reason) -> log.add(table + " " + row + " " + column);
        try (var writer = new EncodedTableWriter(folder, ExampleSchemas.paths(), undefined, _ -> {})) {
            writer.append(first.encoded());
            writer.append(rows);
            assertThat(writer.finish().rows()).isEqualTo(4);
        }
        assertThat(log).containsExactly("paths 3 probability");
        assertThat(folder.resolve("paths.csv")).hasContent("""
            run,epoch,split,example,label,class,probability
            7,1,train,3,a,a,1.0
            7,1,train,3,b,a,1.0
            7,1,train,3,c,a,1.0
            7,1,train,3,d,a,
            """);
    }

    @Test
    void anUnfinishedTableLeavesNothing() throws IOException {
        try (var writer = EncodedTableWriter.create(folder, ExampleSchemas.paths())) {
            writer.append(EncodedRows.of("x\n".getBytes(UTF_8), 1));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsThatNoArrayHoldsAreRefusedInAHelpfulSentence() throws IOException {
        var encoder = RowEncoder.of(ExampleSchemas.paths(), 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        encoder.add(path(encoder, "a", Value.of(1.0)));
                    }
                })
                .withMessageContaining("paths.csv")
                .withMessageContaining("record fewer examples");
    }

    @Test
    void everySchemaOfExamplesHasAFileOfItsOwn() {
        assertThat(ImmutableList.of(ExampleSchemas.examples(), ExampleSchemas.paths(), ExampleSchemas.attribution()))
                .extracting(TableSchema::file)
                .containsExactly(ResultFile.EXAMPLES, ResultFile.PATHS, ResultFile.ATTRIBUTION);
    }
}
