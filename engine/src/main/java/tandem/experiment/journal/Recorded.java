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
    /** Behind the name of a table of which no rows were left out. */
    private static final String ALL = " all";

    /** Whether records of this kind hold everything that {@code wanted} asks for; all rows of a table hold any choice of them. */
    public boolean covers(Recorded wanted) {
        return ImmutableSet.copyOf(measures).containsAll(wanted.measures)
                && wanted.settings.stream()
                        .allMatch(setting -> settings.contains(setting) || settings.contains(table(setting) + ALL));
    }

    /** Whether records of this kind may hold more rows of a table than {@code wanted} asks for. */
    public boolean hasMoreRows(Recorded wanted, String table) {
        return settings.contains(table + ALL) && !wanted.settings.contains(table + ALL);
    }

    private static String table(String setting) {
        int end = setting.indexOf(' ');
        return end < 0 ? setting : setting.substring(0, end);
    }

    void write(DataOutputStream out) throws IOException {
        JournalHeader.write(out, measures);
        JournalHeader.write(out, settings);
    }

    static Recorded read(DataInputStream in) throws IOException {
        return new Recorded(JournalHeader.readList(in), JournalHeader.readList(in));
    }
}
