package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tandem.tables.EncodedRows;
import tandem.tables.RunColumns.Status;
import tandem.tables.Value;

final class RunRecordBytesTest {

    private static String messageOf(String message) throws IOException {
        var record = new RunRecord(Status.FAILED, ImmutableMap.of(), message, ImmutableList.of());
        return RunRecordBytes.content(RunRecordBytes.of(record)).message();
    }

    @Test
    void everyKindOfValueAndTheRowsOfEveryTableComeBack() throws IOException {
        var rows = ImmutableList.of(
                EncodedRows.of(new byte[] {1, 2, 3}, 2),
                EncodedRows.NONE,
                new EncodedRows(
                        new byte[] {4}, 7, ImmutableList.of(new EncodedRows.UndefinedField(5, "margin", "OVERFLOW"))));
        var values = ImmutableMap.of(
                "a",
                Value.of(-0.0),
                "b",
                Value.of(-5L),
                "c",
                Value.of("x"),
                "d",
                new Value.Undefined("D"),
                "e",
                Value.BLANK);
        var content = RunRecordBytes.content(RunRecordBytes.of(new RunRecord(Status.OK, values, "", rows)));
        assertThat(content.values()).containsExactlyElementsOf(values.values());
        assertThat(content.rows()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(content.rows().get(i).bytes()).isEqualTo(rows.get(i).bytes());
            assertThat(content.rows().get(i).count()).isEqualTo(rows.get(i).count());
            assertThat(content.rows().get(i).undefined()).isEqualTo(rows.get(i).undefined());
        }
    }

    @Test
    void longMessagesAreCutBetweenCharacters() throws IOException {
        String face = "\ud83d\ude00";
        assertThat(messageOf("x".repeat(9_999) + face)).isEqualTo("x".repeat(9_999));
        assertThat(messageOf("x".repeat(9_998) + face + face)).isEqualTo("x".repeat(9_998) + face);
        assertThat(messageOf("x".repeat(10_001))).isEqualTo("x".repeat(10_000));
        assertThat(messageOf(face)).isEqualTo(face);
    }
}
