package tandem.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.claims.Claim;
import tandem.claims.Expectation;
import tandem.claims.Statistic;
import tandem.tables.ClaimsSchema;
import tandem.tables.TableWriter;

class ClaimsTableTest {
    private static final Expectation ABOVE_0 = new Expectation.Above(0);
    private static final Expectation INCREASES = new Expectation.Increases("rate", ImmutableList.of("0", "1", "2"));

    @TempDir
    private Path folder;

    private final List<String> undefined = new ArrayList<>();

    /** One cell with these values of {@code loss}, empty ones undefined. */
    private Path runs(String... losses) throws IOException {
        return write(
                "run,cell,replicate,status,diverged_epoch,loss",
                IntStream.range(0, losses.length).mapToObj(r -> r + ",0," + r + ",ok,," + losses[r]));
    }

    /** By cell its levels of {@code rate} and {@code help}, then the value of each replicate. */
    private Path grid(String... cells) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int c = 0; c < cells.length; c++) {
            String[] fields = cells[c].split(" ", -1);
            for (int r = 0; r + 2 < fields.length; r++) {
                rows.add(rows.size() + "," + c + "," + r + "," + fields[0] + "," + fields[1] + ",ok,," + fields[r + 2]);
            }
        }
        return write("run,cell,replicate,rate,help,status,diverged_epoch,loss", rows.stream());
    }

    private Path write(String header, Stream<String> rows) throws IOException {
        String text = Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(folder.resolve("runs.csv"), text);
    }

    /** The rows of claims.csv without the claims' names. */
    private List<String> decide(Path runs, Claim... claims) throws IOException {
        try (var out = TableWriter.create(
                folder,
                ClaimsSchema.claims(),
                (table, row, column, reason) -> undefined.add(table + " " + row + " " + column + " " + reason))) {
            ClaimsTable.write(runs, ImmutableList.copyOf(claims), out);
            out.finish();
        }
        try (var lines = Files.lines(folder.resolve("claims.csv"))) {
            return lines.skip(1)
                    .map(line -> line.substring(line.indexOf(',') + 1))
                    .toList();
        }
    }

    private String decide(Path runs, Claim claim) throws IOException {
        return decide(runs, new Claim[] {claim}).getFirst();
    }

    private static double field(String row, int index) {
        return Double.parseDouble(row.split(",", -1)[index]);
    }

    @Test
    void aMeanIsDecidedByStudentsInterval() throws IOException {
        // IntervalsTest has the interval; 42 replicates would put 1 outside of it.
        Path runs = runs("0.5", "1.5", "1", "2.5", "2");
        assertThat(decide(runs, Claims.mean("a", ABOVE_0)))
                .startsWith("holds,1.5,0.51837841926")
                .endsWith(",5,student_t,");
        assertThat(decide(runs, Claims.mean("a", new Expectation.Below(0)))).startsWith("fails,1.5,");
        assertThat(decide(runs, Claims.mean("a", new Expectation.Above(1))))
                .startsWith("undecided,1.5,")
                .endsWith(",5,student_t,42");
    }

    @Test
    void severalClaimsShareTheirError() throws IOException {
        Path runs = runs("0.5", "1.5", "1", "2.5", "2");
        var rows = decide(
                runs,
                Claims.mean("a", ABOVE_0),
                Claims.mean("b", ABOVE_0),
                Claims.mean("c", new Expectation.Above(0.2)),
                Claims.mean("d", ABOVE_0).withExact(true));
        // scipy: alpha = 0.05 / 3, the exact one not counted
        assertThat(field(rows.get(0), 2)).isCloseTo(0.0996505096005944, within(1e-12));
        assertThat(rows.get(2)).startsWith("undecided,1.5,");
        assertThat(rows.get(3)).isEqualTo("holds,0.5,0.5,0.5,5,exact,");
    }

    @Test
    void anExactClaimIsDecidedByItsPoint() throws IOException {
        Path runs = runs("0.1", "0.1", "0.1");
        var equals = Claims.mean("a", new Expectation.Equals(0.1, 0)).withExact(true);
        assertThat(decide(runs, equals)).isEqualTo("holds,0.1,0.1,0.1,3,exact,");
        var above = Claims.mean("a", new Expectation.Above(0.1)).withExact(true);
        assertThat(decide(runs, above)).isEqualTo("fails,0.1,0.1,0.1,3,exact,");
        var median = Claims.of("a", Statistic.Quantile.MEDIAN, ABOVE_0).withExact(true);
        assertThat(decide(runs, median)).isEqualTo("holds,0.1,0.1,0.1,3,exact,");
        assertThat(decide(runs("7"), Claims.mean("a", ABOVE_0).withExact(true)))
                .isEqualTo("holds,7.0,7.0,7.0,1,exact,");
    }

    @Test
    void oneReplicateDecidesNothing() throws IOException {
        Path runs = runs("7");
        assertThat(decide(runs, Claims.mean("a", ABOVE_0))).isEqualTo("undecided,7.0,,,1,student_t,");
        assertThat(decide(runs, Claims.of("a", Statistic.Quantile.MEDIAN, ABOVE_0)))
                .isEqualTo("undecided,7.0,,,1,order_statistics,");
        // Beta(1, 1) at 0.025, which would suffice if one replicate did.
        assertThat(decide(runs, Claims.of("a", new Statistic.ShareAbove(0), new Expectation.Above(0.01))))
                .startsWith("undecided,1.0,0.02")
                .endsWith(",1.0,1,clopper_pearson,");
    }

    @Test
    void twoReplicatesThatAgreeDecide() throws IOException {
        assertThat(decide(runs("7", "7"), Claims.mean("a", ABOVE_0))).isEqualTo("holds,7.0,7.0,7.0,2,student_t,");
        assertThat(decide(runs("0", "0"), Claims.mean("a", ABOVE_0))).isEqualTo("fails,0.0,0.0,0.0,2,student_t,");
    }

    @Test
    void aMedianOfFewIsBoundedOnNoSide() throws IOException {
        assertThat(decide(runs("1", "2", "3", "4", "5"), Claims.of("a", Statistic.Quantile.MEDIAN, ABOVE_0)))
                .isEqualTo("undecided,3.0,,,5,order_statistics,");
    }

    @Test
    void anUpperQuantileMayBeBoundedBelowOnly() throws IOException {
        String[] ranks =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toArray(String[]::new);
        // IntervalsTest: from the 15th of 20 values upwards
        assertThat(decide(runs(ranks), Claims.of("a", new Statistic.Quantile(0.9), new Expectation.Above(14))))
                .isEqualTo("holds,18.1,15.0,,20,order_statistics,");
        assertThat(decide(runs(ranks), Claims.of("a", new Statistic.Quantile(0.9), new Expectation.Below(15))))
                .isEqualTo("fails,18.1,15.0,,20,order_statistics,");
    }

    @Test
    void aShareIsDecidedByClopperAndPearson() throws IOException {
        String[] ranks =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toArray(String[]::new);
        // scipy: stats.beta.ppf(.025, 18, 3), IntervalsTest
        String row = decide(runs(ranks), Claims.of("a", new Statistic.ShareAbove(2), new Expectation.Above(0.6)));
        assertThat(row).startsWith("holds,0.9,0.68301728598").endsWith(",20,clopper_pearson,");
    }

    @Test
    void aReplicateCountsOnlyWithAValueInAllCells() throws IOException {
        Path runs = grid("0 none 1 2 3", "1 none 3 4 ", "2 none 5 6 7");
        // replicates 0 and 1 with means 3 and 4; the third, a third of all, leaves it undecided
        assertThat(decide(runs, Claims.mean("a", ABOVE_0)))
                .startsWith("undecided,3.5,")
                .endsWith(",2,student_t,");
        assertThat(decide(runs, Claims.where(Claims.mean("a", ABOVE_0), "rate", "2")))
                .startsWith("holds,6.0,3.5")
                .endsWith(",3,student_t,");
    }

    @Test
    void oneInTwentyMayBeUndefined() throws IOException {
        String[] values =
                IntStream.range(0, 20).mapToObj(i -> i == 7 ? "" : "1").toArray(String[]::new);
        assertThat(decide(runs(values), Claims.mean("a", ABOVE_0))).isEqualTo("holds,1.0,1.0,1.0,19,student_t,");
        values[8] = "";
        assertThat(decide(runs(values), Claims.mean("a", ABOVE_0))).isEqualTo("undecided,1.0,1.0,1.0,18,student_t,");
    }

    @Test
    void aClaimWithoutAnyValueIsUndecided() throws IOException {
        assertThat(decide(runs("", ""), Claims.mean("a", ABOVE_0))).isEqualTo("undecided,,,,0,student_t,");
        assertThat(undefined).containsExactly("claims 0 estimate TOO_FEW");
    }

    @Test
    void aContrastIsTheMeanOfThePairsDifferences() throws IOException {
        Path runs = grid("0 none 1 2 3", "0 drop 4 6 8", "1 none 1 1 1", "1 drop 2 2 2");
        // differences 3, 4, 5: mean 4, sd 1, t(0.975; 2) = 0.95 / sqrt(2 * 0.975 * 0.025) = 4.302652729749464
        String row = decide(
                runs, Claims.contrast(Claims.where(Claims.mean("a", ABOVE_0), "rate", "0"), "help", "none", "drop"));
        assertThat(row).startsWith("holds,4.0,").endsWith(",3,student_t,");
        assertThat(field(row, 2)).isCloseTo(4 - 4.302652729749464 / StrictMath.sqrt(3), within(1e-11));
        // over both rates: (3 + 1) / 2, (4 + 1) / 2, (5 + 1) / 2, the other way round
        assertThat(decide(runs, Claims.contrast(Claims.mean("a", ABOVE_0), "help", "drop", "none")))
                .startsWith("fails,-2.5,");
    }

    @Test
    void aTrendHoldsIfEveryStepDoes() throws IOException {
        var increases = Claims.mean("a", INCREASES);
        // steps 1, 1.1, 0.9, and 2, 2, 2: the first decides
        assertThat(decide(grid("0 n 0 0 0", "1 n 1 1.1 0.9", "2 n 3 3.1 2.9"), increases))
                .startsWith("holds,1.0,")
                .endsWith(",3,student_t,");
        // The second step fails although its replicates vary.
        assertThat(decide(grid("0 n 0 0 0", "1 n 5 5.1 4.9", "2 n 3 3 3"), increases))
                .startsWith("fails,-2.0,");
        // Flat is no increase.
        assertThat(decide(grid("0 n 0 0 0", "1 n 0 0 0", "2 n 3 3 3"), increases))
                .startsWith("fails,0.0,");
        assertThat(decide(grid("0 n 0 0 0", "1 n 5 -1 0", "2 n 9 9 9"), increases))
                .startsWith("undecided,");
        // One step that fails outweighs one that is undecided with a larger loss.
        assertThat(decide(grid("0 n 0 0 0", "1 n 90 -99 0", "2 n 89 -100 -1"), increases))
                .startsWith("fails,-1.0,");
    }

    @Test
    void aTrendDividesItsErrorByItsSteps() throws IOException {
        String row = decide(grid("0 n 0 0 0", "1 n 1 2 3", "2 n 9 10 11"), Claims.mean("a", INCREASES));
        // t(0.9875; 2) = 0.975 / sqrt(2 * 0.9875 * 0.0125), closed form for two degrees of freedom
        assertThat(field(row, 2)).isCloseTo(2 - 6.205346816570693 / StrictMath.sqrt(3), within(1e-11));
    }

    @Test
    void aFallIsARiseOfTheOpposite() throws IOException {
        var decreases = Claims.mean("a", new Expectation.Decreases("rate", ImmutableList.of("0", "1", "2")));
        assertThat(decide(grid("0 n 9 9.1 8.9", "1 n 3 3 3", "2 n 1 1 1"), decreases))
                .startsWith("holds,-2.0,-2.0,-2.0");
        assertThat(decide(grid("0 n 9 9 9", "1 n 1 1 1", "2 n 3 3 3"), decreases))
                .startsWith("fails,2.0,2.0,2.0");
    }

    @Test
    void aTrendMayBeOneOfContrasts() throws IOException {
        // drop minus none: 1, 2, 4 at the three rates
        Path runs = grid("0 none 1 2", "0 drop 2 3", "1 none 1 2", "1 drop 3 4", "2 none 0 0", "2 drop 4 4");
        assertThat(decide(runs, Claims.contrast(Claims.mean("a", INCREASES), "help", "none", "drop")))
                .isEqualTo("holds,1.0,1.0,1.0,2,student_t,");
    }

    @Test
    void roundingIsNoDifference() throws IOException {
        // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in the last bit
        Path runs = grid("1 a 0.1 0.1", "1 b 0.2 0.2", "1 c 0.3 0.3", "0 a 0.3 0.3", "0 b 0.2 0.2", "0 c 0.1 0.1");
        assertThat(decide(runs, Claims.contrast(Claims.mean("a", ABOVE_0), "rate", "0", "1")))
                .isEqualTo("fails,0.0,0.0,0.0,2,student_t,");
        var positive = Claims.of("b", new Statistic.ShareAbove(0), new Expectation.Below(0.5));
        assertThat(decide(runs, Claims.contrast(positive, "rate", "0", "1"))).startsWith("undecided,0.0,");
        assertThat(decide(runs, Claims.mean("c", new Expectation.Increases("rate", ImmutableList.of("0", "1")))))
                .startsWith("fails,0.0,");
    }

    @Test
    void oneColumnMinusAnotherIsTakenRunByRun() throws IOException {
        Path runs = write(
                "run,cell,replicate,status,diverged_epoch,loss,best",
                Stream.of("0,0,0,ok,,3,1", "1,0,1,ok,,5,2", "2,0,2,ok,,0.3,0.3", "3,0,3,ok,,7,"));
        Claim claim = Claims.minus(Claims.of("a", Statistic.Quantile.MEDIAN, ABOVE_0), "best");
        String row = decide(runs, claim);
        // The differences are 2, 3, 0; the fourth run has none.
        assertThat(field(row, 1)).isEqualTo(2);
        assertThat(field(row, 4)).isEqualTo(3);
    }

    @Test
    void theMeanOfWhatIsZeroOrOneHasTheIntervalOfAShare() throws IOException {
        Path runs = write(
                "run,cell,replicate,status,diverged_epoch,train_exceeds_band",
                IntStream.range(0, 10).mapToObj(r -> r + ",0," + r + ",ok,,0"));
        Claim loss = Claims.mean("a", new Expectation.Below(0.05));
        Claim claim = new Claim(
                "a",
                loss.says(),
                loss.source(),
                loss.where(),
                "train_exceeds_band",
                loss.minus(),
                loss.expect(),
                loss.statistic(),
                loss.contrast(),
                loss.confidence(),
                false);
        String row = decide(runs, claim);
        // 1 - 0.025^(1/10): none of ten says no more; Student's interval would be the point 0
        assertThat(field(row, 3)).isCloseTo(0.30849710781876083, within(1e-12));
        assertThat(row).startsWith("undecided,0.0,0.0,").contains(",clopper_pearson,");
    }
}
