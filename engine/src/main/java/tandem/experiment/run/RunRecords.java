package tandem.experiment.run;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.experiment.journal.JournalHeader;
import tandem.experiment.journal.JournalReader;
import tandem.tables.ResultFile;

/** Reads the records of journalled runs by the runs' numbers. One thread's own. */
final class RunRecords implements Closeable {
    private final JournalReader reader;
    private final RunPlaces places;
    private final EpochThinning thinning;
    /** Files whose records have more epochs than are asked for. */
    private final BitSet thinned = new BitSet();

    private final Map<Integer, RecordReader> readers = new LinkedHashMap<>();

    RunRecords(
            ImmutableList<Path> files,
            Map<Integer, JournalHeader> headers,
            JournalHeader wanted,
            RunPlaces places,
            EpochThinning thinning) {
        this.reader = new JournalReader(files);
        this.places = places;
        this.thinning = thinning;
        headers.forEach((file, header) -> {
            readers.put(file, new RecordReader(header, wanted));
            thinned.set(file, header.recorded().hasMoreRows(wanted.recorded(), ResultFile.EPOCHS.fileName()));
        });
    }

    /** @throws IOException if the record is damaged */
    RunRecord get(long run) throws IOException {
        int file = places.file(run);
        byte[] payload = reader.payload(file, places.at(run));
        var record = requireNonNull(readers.get(file)).read(places.status(run), payload);
        return thinned.get(file) ? thinning.of(run, record) : record;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
