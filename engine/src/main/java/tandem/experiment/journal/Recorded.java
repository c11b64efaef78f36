package tandem.experiment.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What was kept of runs: all that the scenario, and not the run itself, decides about the contents of a record.
 *
 * @param measures names, without their splits, of all measures that a run may have
 * @param settings how rows of single tables were chosen, such as {@code paths.csv} of the examples {@code [3, 7]}: by table, where it was written
 */
public record Recorded(ImmutableList<String> measures, ImmutableList<String> settings) {

    /** Whether records of this kind hold everything that {@code wanted} asks for. */
    public boolean covers(Recorded wanted) {
        return ImmutableSet.copyOf(measures).containsAll(wanted.measures)
                && ImmutableSet.copyOf(settings).containsAll(wanted.settings);
    }

    void write(DataOutputStream out) throws IOException {
        JournalHeader.write(out, measures);
        JournalHeader.write(out, settings);
    }

    static Recorded read(DataInputStream in) throws IOException {
        return new Recorded(JournalHeader.readList(in), JournalHeader.readList(in));
    }
}
