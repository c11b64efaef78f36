package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.tables.EncodedRows;
import tandem.tables.RunColumns.Status;
import tandem.tables.Value;

class RunSpillTest {
    @TempDir
    private Path folder;

    private String messageOf(String message) throws IOException {
        try (var spill = new RunSpill(folder, ImmutableList.of())) {
            spill.put(0, new RunRecord(Status.FAILED, ImmutableMap.of(), message, ImmutableList.of()));
            return spill.get(0).message();
        }
    }

    @Test
    void theRowsOfEveryTableComeBackWithTheirUndefinedFields() throws IOException {
        var rows = ImmutableList.of(
                EncodedRows.of(new byte[] {1, 2, 3}, 2),
                EncodedRows.NONE,
                new EncodedRows(
                        new byte[] {4}, 7, ImmutableList.of(new EncodedRows.UndefinedField(5, "margin", "OVERFLOW"))));
        try (var spill = new RunSpill(folder, ImmutableList.of("a"))) {
            spill.put(3, new RunRecord(Status.OK, ImmutableMap.of("a", Value.of(1.5)), "", rows));
            spill.put(0, new RunRecord(Status.OK, ImmutableMap.of("a", Value.BLANK), "", ImmutableList.of()));
            var record = spill.get(3);
            assertThat(record.results()).containsEntry("a", Value.of(1.5));
            assertThat(record.rows()).hasSize(3);
            assertThat(record.rows().get(0).bytes()).containsExactly(1, 2, 3);
            assertThat(record.rows().get(0).count()).isEqualTo(2);
            assertThat(record.rows().get(1).bytes()).isEmpty();
            assertThat(record.rows().get(2).count()).isEqualTo(7);
            assertThat(record.rows().get(2).undefined()).isEqualTo(rows.get(2).undefined());
            assertThat(spill.get(0).rows()).isEmpty();
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
