package tandem.analysis.claims;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import tandem.analysis.AlignedText;
import tandem.analysis.Rounded;
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
                var fields = verdicts.next();
                String name = fields.text("claim");
                rows.add(row(fields, sentences.getOrDefault(name, name)));
                allHold &= fields.text("verdict").equals(Verdict.HOLDS.text());
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

    private static ImmutableList<String> row(TableReader.Fields fields, String says) {
        var estimate = fields.number("estimate");
        var low = fields.number("ci_low");
        var high = fields.number("ci_high");
        boolean exact = fields.text("rule").equals(Rule.EXACT.text());
        String needed = fields.text("replicates_needed");
        return ImmutableList.of(
                fields.text("verdict"),
                estimate.isPresent() ? rounded(estimate.getAsDouble(), low, high) : "-",
                exact ? "exact" : interval(low, high),
                fields.text("n"),
                oneLine(says) + (needed.isEmpty() ? "" : " (about " + needed + " replicates would decide it)"));
    }

    private static String interval(OptionalDouble low, OptionalDouble high) {
        return (low.isPresent() ? "[" + rounded(low.getAsDouble(), low, high) : "(-inf")
                + ", "
                + (high.isPresent() ? rounded(high.getAsDouble(), low, high) + "]" : "inf)");
    }

    /** Down to the second digit of the interval's length. */
    private static String rounded(double value, OptionalDouble low, OptionalDouble high) {
        double length = high.orElse(Double.NaN) - low.orElse(Double.NaN);
        return length > 0 && Double.isFinite(length) ? Rounded.toErrorOf(value, length) : Rounded.toFourDigits(value);
    }

    private static String oneLine(String says) {
        return says.strip().replaceAll("\\s+", " ");
    }
}
