package tandem.experiment.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.RunColumns.Status;

/** Journal files: what is written comes back, and what was damaged is noticed. */
final class JournalTest {
    private static final JournalHeader HEADER = new JournalHeader(
            3,
            "demo",
            "name: demo\n",
            ImmutableList.of(new Manifest.DataFile("iris.csv", "00ff")),
            new Recorded(ImmutableList.of("min_loss"), ImmutableList.of("paths.csv [3]")),
            ImmutableList.of("train_loss"),
            ImmutableMap.of("epochs.csv", ImmutableList.of("run", "epoch")));

    private static final List<JournalRecord> RECORDS = List.of(
            new JournalRecord(new RunKey(1, 2), Status.OK, "one".getBytes(UTF_8)),
            new JournalRecord(new RunKey(-3, 4), Status.DIVERGED, new byte[0]),
            new JournalRecord(new RunKey(5, Long.MIN_VALUE), Status.FAILED, "a longer third".getBytes(UTF_8)));

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void writeThreeRecords() throws IOException {
        journal = Journal.in(folder);
        write(journal, RECORDS);
    }

    private static void write(Journal to, List<JournalRecord> records) throws IOException {
        try (var writer = to.writer(HEADER)) {
            writer.append(records);
        }
    }

    /** A record as it was read, by its content. */
    private record Seen(RunKey key, Status status, String payload) {
        static Seen of(JournalRecord record) {
            return new Seen(record.key(), record.status(), new String(record.payload(), UTF_8));
        }
    }

    private final List<JournalHeader> headers = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    /** Reads everything anew; the warnings. */
    private ImmutableList<String> read(boolean repairs) throws IOException, RefusedFolderException {
        headers.clear();
        seen.clear();
        var files = journal.files();
        try (var reader = new JournalReader(files)) {
            return journal.read(repairs, (file, header) -> {
                        headers.add(header);
                        return (key, status, at) ->
                                seen.add(new Seen(key, status, new String(reader.payload(file, at), UTF_8)));
                    })
                    .warnings();
        }
    }

    private List<Seen> all() {
        return RECORDS.stream().map(Seen::of).toList();
    }

    private Path file() {
        return folder.resolve("journal").resolve("000000.journal");
    }

    @Test
    void whatIsWrittenComesBack() throws IOException, RefusedFolderException {
        for (boolean repairs : new boolean[] {true, false}) {
            assertThat(read(repairs)).isEmpty();
            assertThat(headers).containsExactly(HEADER);
            assertThat(seen).isEqualTo(all());
        }
    }

    @Test
    void everyWriterHasAFileOfItsOwnBehindTheOthers() throws IOException, RefusedFolderException {
        write(journal, RECORDS.subList(0, 1));
        write(Journal.in(folder), RECORDS.subList(1, 2));
        assertThat(journal.files().stream().map(path -> path.getFileName().toString()))
                .containsExactly("000000.journal", "000001.journal", "000002.journal");
        read(true);
        assertThat(seen).hasSize(5);
    }

    @Test
    void aWriterWithoutRecordsLeavesNoFile() throws IOException {
        journal.writer(HEADER).close();
        assertThat(journal.files()).hasSize(1);
    }

    @Test
    void anyByteThatChangesIsNoticedAndNothingWrongIsRead() throws IOException, RefusedFolderException {
        byte[] right = Files.readAllBytes(file());
        for (int at = 0; at < right.length; at++) {
            for (int bit : new int[] {0, 7}) {
                byte[] wrong = right.clone();
                wrong[at] ^= (byte) (1 << bit);
                Files.write(file(), wrong);
                assertThat(read(true)).as("byte %s", at).hasSize(1);
                assertThat(seen).as("byte %s", at).isSubsetOf(all()).hasSizeLessThan(3);
                assertThat(headers).as("byte %s", at).isSubsetOf(List.of(HEADER));
                journal.delete();
                Files.createDirectories(file().getParent());
            }
        }
    }

    @Test
    void everyLengthGivesTheRecordsThatAreWholeAndIsMendedOnce() throws IOException, RefusedFolderException {
        byte[] right = Files.readAllBytes(file());
        int beginning = JournalFormat.beginning(HEADER).length;
        for (int length = 0; length <= right.length; length++) {
            Files.write(file(), Arrays.copyOf(right, length));
            int whole = 0;
            int end = beginning;
            while (whole < 3
                    && end + JournalFormat.HEAD_BYTES + RECORDS.get(whole).payload().length <= length) {
                end += JournalFormat.HEAD_BYTES + RECORDS.get(whole++).payload().length;
            }
            boolean torn = length != end;
            assertThat(read(true)).as("length %s", length).hasSize(torn ? 1 : 0);
            assertThat(seen).as("length %s", length).isEqualTo(all().subList(0, whole));
            assertThat(read(true)).as("length %s again", length).isEmpty();
            assertThat(seen).isEqualTo(all().subList(0, whole));
            journal.delete();
            Files.createDirectories(file().getParent());
        }
    }

    @Test
    void aDamagedPayloadCostsOneRecord() throws IOException, RefusedFolderException {
        byte[] bytes = Files.readAllBytes(file());
        bytes[JournalFormat.beginning(HEADER).length + JournalFormat.HEAD_BYTES] ^= 1;
        Files.write(file(), bytes);
        assertThat(read(true)).singleElement().asString().contains("000000.journal has 1 damaged record");
        assertThat(seen).isEqualTo(all().subList(1, 3));
        // Who only looks learns it when the record is used.
        assertThatThrownBy(() -> read(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged at byte");
    }

    @Test
    void aFileThatAnotherProcessIsAppendingToIsReadAsFarAsItGoes() throws IOException, RefusedFolderException {
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(read(false)).isEmpty();
        assertThat(seen).isEqualTo(all().subList(0, 2));
        assertThat(Files.size(file())).isEqualTo(bytes.length - 1);
    }

    @Test
    void aLaterFormatIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        var buffer = ByteBuffer.wrap(bytes).putInt(Long.BYTES, 2);
        int checked = JournalFormat.beginning(HEADER).length - JournalFormat.CHECKSUM_BYTES;
        buffer.putInt(checked, JournalFormat.checksum(bytes, 0, checked));
        Files.write(file(), bytes);
        assertThatThrownBy(() -> read(true))
                .isInstanceOf(RefusedFolderException.class)
                .hasMessageContaining("is of format version 2 and this Tandem reads version 1");
    }

    @Test
    void aFileThatIsDeletedMeanwhileIsNoticed() throws IOException {
        try (var writer = journal.writer(HEADER)) {
            writer.append(RECORDS);
            Files.delete(folder.resolve("journal").resolve("000001.journal"));
            assertThatThrownBy(() -> writer.append(RECORDS))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("was deleted while");
        }
    }

    @Test
    void largePacksAreWrittenRecordByRecord() throws IOException, RefusedFolderException {
        var large = new JournalRecord(new RunKey(9, 9), Status.OK, new byte[5 << 20]);
        write(journal, List.of(large, RECORDS.getFirst()));
        read(true);
        assertThat(seen).hasSize(5).endsWith(Seen.of(large), Seen.of(RECORDS.getFirst()));
    }

    @Test
    void deletingLeavesWhatIsNotOurs() throws IOException {
        Files.writeString(folder.resolve("journal").resolve("notes.txt"), "mine");
        journal.delete();
        assertThat(journal.files()).isEmpty();
        assertThat(folder.resolve("journal").resolve("notes.txt")).exists();
        Files.delete(folder.resolve("journal").resolve("notes.txt"));
        journal.delete();
        assertThat(folder.resolve("journal")).doesNotExist();
    }
}
