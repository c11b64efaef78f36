package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.tables.RunColumns.Status;

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
    void longMessagesAreCutBetweenCharacters() throws IOException {
        String face = "\ud83d\ude00";
        assertThat(messageOf("x".repeat(9_999) + face)).isEqualTo("x".repeat(9_999));
        assertThat(messageOf("x".repeat(9_998) + face + face)).isEqualTo("x".repeat(9_998) + face);
        assertThat(messageOf("x".repeat(10_001))).isEqualTo("x".repeat(10_000));
        assertThat(messageOf(face)).isEqualTo(face);
    }
}
