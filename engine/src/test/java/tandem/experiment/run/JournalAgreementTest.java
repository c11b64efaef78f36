package tandem.experiment.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tandem.experiment.journal.JournalHeader;
import tandem.experiment.journal.Recorded;
import tandem.tables.Manifest.DataFile;
import tandem.tables.RefusedFolderException;

/** Which runs may stand in one table. */
final class JournalAgreementTest {
    private static final DataFile DATA = new DataFile("d.csv", "aa");

    private final JournalAgreement agreement = new JournalAgreement(Path.of("out"), header(7, DATA));

    private static JournalHeader header(int numericsVersion, DataFile data) {
        return new JournalHeader(
                numericsVersion,
                "tiny",
                "name: tiny\n",
                ImmutableList.of(data),
                new Recorded(ImmutableList.of(), ImmutableList.of()),
                ImmutableList.of(),
                ImmutableMap.of());
    }

    @Test
    void runsOfAnotherNumericsVersionAreRefused() {
        assertThatCode(() -> agreement.check(header(7, DATA))).doesNotThrowAnyException();
        for (int version : new int[] {6, 8}) {
            assertThatExceptionOfType(RefusedFolderException.class)
                    .isThrownBy(() -> agreement.check(header(version, DATA)))
                    .withMessageContaining("out holds runs of numerics version " + version)
                    .withMessageContaining("computes version 7")
                    .withMessageContaining("--force");
        }
    }

    @Test
    void runsOfAnotherTextOfADataFileAreRefused() {
        assertThatExceptionOfType(RefusedFolderException.class)
                .isThrownBy(() -> agreement.check(header(7, new DataFile("d.csv", "ab"))))
                .withMessageContaining("The data file d.csv is not the one that the runs in out were trained on");
    }
}
