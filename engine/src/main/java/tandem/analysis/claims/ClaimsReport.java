package tandem.analysis.claims;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import tandem.analysis.AlignedText;
import tandem.claims.Claim;
import tandem.tables.TableReader;

/** What claims.csv says, for people. */
public final class ClaimsReport {
    private static final ImmutableList<String> HEADING =
            ImmutableList.of("verdict", "estimate", "interval", "n", "claim");

    private final ImmutableList<ImmutableList<String>> rows;
    private final boolean allHold;

    private ClaimsReport(ImmutableList<ImmutableList<String>> rows, boolean allHold) {
        this.rows = rows;
        this.allHold = allHold;
    }

    /**
     * Reads the verdicts.
     *
     * @param table claims.csv
     * @param claims of the scenario, which say what the names stand for
     */
    public static ClaimsReport read(Path table, ImmutableList<Claim> claims) throws IOException {
        ImmutableMap<String, String> sentences = claims.stream().collect(toImmutableMap(Claim::name, Claim::says));
        var rows = ImmutableList.<ImmutableList<String>>builder();
        boolean allHold = true;
        try (var verdicts = TableReader.open(table)) {
            while (verdicts.hasNext()) {
                var row = VerdictRow.of(verdicts.next());
                rows.add(row(row, sentences.getOrDefault(row.claim(), row.claim())));
                allHold &= row.verdict() == Verdict.HOLDS;
            }
        }
        return new ClaimsReport(rows.build(), allHold);
    }

    /** Whether the verdict on every claim is that it holds. */
    public boolean allHold() {
        return allHold;
    }

    /** An aligned line for each claim below a heading, with line feeds; empty where there are no claims. */
    public String toText() {
        if (rows.isEmpty()) {
            return "";
        }
        var all = ImmutableList.<ImmutableList<String>>builder()
                .add(HEADING)
                .addAll(rows)
                .build();
        return AlignedText.of(all, _ -> false);
    }

    private static ImmutableList<String> row(VerdictRow row, String says) {
        return ImmutableList.of(
                row.verdict().text(),
                row.estimate(),
                row.interval(),
                row.n(),
                oneLine(says) + (row.remedy().isEmpty() ? "" : " (" + row.remedy() + ")"));
    }

    static String oneLine(String says) {
        return says.strip().replaceAll("\\s+", " ");
    }
}
