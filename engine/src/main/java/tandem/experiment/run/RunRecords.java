package tandem.experiment.run;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.experiment.journal.JournalHeader;
import tandem.experiment.journal.JournalReader;

/** Reads the records of journalled runs by the runs' numbers. One thread's own. */
final class RunRecords implements Closeable {
    private final JournalReader reader;
    private final RunPlaces places;
    private final Map<Integer, RecordReader> readers = new LinkedHashMap<>();

    RunRecords(ImmutableList<Path> files, Map<Integer, JournalHeader> headers, JournalHeader wanted, RunPlaces places) {
        this.reader = new JournalReader(files);
        this.places = places;
        headers.forEach((file, header) -> readers.put(file, new RecordReader(header, wanted)));
    }

    /** @throws IOException if the record is damaged */
    RunRecord get(long run) throws IOException {
        byte[] payload = reader.payload(places.file(run), places.at(run));
        return requireNonNull(readers.get(places.file(run))).read(places.status(run), payload);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
