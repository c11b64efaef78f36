package tandem.experiment.journal;

import com.google.common.collect.ImmutableList;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;

/**
 * What was kept of runs: all that the scenario, and not the run itself, decides about the contents of a record.
 *
 * @param measures names, without their splits, of all measures that a run may have
 * @param settings how rows of single tables were chosen, such as {@code paths.csv} of the examples {@code [3, 7]}: by table, where it was written
 */
public record Recorded(ImmutableList<String> measures, ImmutableList<String> settings) {

    /** Whether records of this kind hold everything that {@code wanted} asks for. */
    public boolean covers(Recorded wanted) {
        return new HashSet<>(measures).containsAll(wanted.measures)
                && new HashSet<>(settings).containsAll(wanted.settings);
    }

    void write(DataOutputStream out) throws IOException {
        JournalHeader.write(out, measures);
        JournalHeader.write(out, settings);
    }

    static Recorded read(DataInputStream in) throws IOException {
        return new Recorded(JournalHeader.readList(in), JournalHeader.readList(in));
    }
}
