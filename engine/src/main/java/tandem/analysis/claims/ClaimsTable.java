package tandem.analysis.claims;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import tandem.claims.Claim;
import tandem.tables.Row;
import tandem.tables.TableWriter;
import tandem.tables.Value;

/** claims.csv: every claim of a scenario with its verdict. */
public final class ClaimsTable {
    private static final Value TOO_FEW = new Value.Undefined("TOO_FEW");

    private ClaimsTable() {}

    /**
     * Decides the claims and writes their rows, and does not finish the table.
     *
     * @param runs runs.csv
     */
    public static void write(Path runs, ImmutableList<Claim> claims, TableWriter out) throws IOException {
        for (Decision decision : Judge.decide(ClaimValues.read(runs, claims))) {
            out.write(row(decision, out.schema().row()));
        }
    }

    private static Row row(Decision decision, Row row) {
        var estimated = decision.estimated();
        var interval = estimated.map(ClaimEstimate::interval).orElse(ClaimEstimate.EVERYTHING);
        var needed = decision.replicatesNeeded();
        return row.set("claim", Value.of(decision.claim().name()))
                .set("verdict", Value.of(decision.verdict().text()))
                .set(
                        "estimate",
                        estimated
                                .<Value>map(one -> Value.ofComputed(one.value()))
                                .orElse(TOO_FEW))
                .set("ci_low", end(interval.low()))
                .set("ci_high", end(interval.high()))
                .set("n", Value.of((long) decision.n()))
                .set("rule", Value.of(decision.rule().text()))
                .set("replicates_needed", needed.isPresent() ? Value.of(needed.getAsLong()) : Value.BLANK);
    }

    private static Value end(double value) {
        return Double.isFinite(value) ? Value.of(value) : Value.BLANK;
    }
}
