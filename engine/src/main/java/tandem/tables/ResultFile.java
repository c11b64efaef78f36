package tandem.tables;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/** Every file of a result folder. What is not listed here is not ours: it is never overwritten and never deleted. */
public enum ResultFile {
    MANIFEST(
            "manifest.json",
            false,
            "what the folder holds: schema and numerics versions, digests of scenario and data, counts, rows and"
                    + " SHA-256 of every deterministic file"),
    ENVIRONMENT(
            "environment.json",
            false,
            "where and when it was made: host, processor, JVM, threads, wall time; differs from one execution to the"
                    + " next"),
    SHARD(
            "shard.json",
            false,
            "in a folder of tandem run --shard, which has no tables: which shard it is, and the command that trains all"
                    + " runs"),
    SCENARIO("scenario.yaml", true, "the scenario with every default written out"),
    CELLS("cells.csv", true, "one row per cell: the levels of its factors"),
    RUNS("runs.csv", true, "one row per run: how it ended, and every measure of it"),
    EPOCHS(
            "epochs.csv",
            true,
            "one row per run, epoch and split: the trajectories; as epochs.csv.gz where the scenario compresses it"),
    CURVES(
            "curves.csv",
            true,
            "one row per cell, epoch and split: the distribution of loss and accuracy over runs; not made where nothing"
                    + " trains, since runs.csv has the only epoch"),
    SUMMARY(
            "summary.csv",
            true,
            "one row per cell and measure: its distribution over replicates, with an interval of the mean"),
    EXAMPLES("examples.csv", true, "one row per run, split and example, on request (record.examples)"),
    PATHS("paths.csv", true, "one row per run, epoch, chosen example and class, on request (record.paths)"),
    ATTRIBUTION(
            "attribution.csv",
            true,
            "one row per run, split, interval of epochs and kind of example, on request (record.attribution): which"
                    + " examples moved the loss"),
    STOPPING(
            "stopping.csv",
            true,
            "one row per run and stopping rule: what choosing an epoch on validation costs on test; not made where"
                    + " epochs.csv has not every epoch"),
    CORRELATIONS(
            "correlations.csv",
            true,
            "one row per level, cell or stratum, split, method and series: how loss and accuracy correlate within"
                    + " runs, across replicates and across cells"),
    SELECTION("selection.csv", true, "one row per split: whether the cell with the least loss is the most accurate"),
    EFFECTS(
            "effects.csv",
            true,
            "one row per factor and measure, or per factor, level and measure: shares of variance, and paired"
                    + " differences"),
    CLAIMS("claims.csv", true, "one row per claim of the scenario: its verdict"),
    ANSWER("answer.md", true, "the scenario's question answered by the verdicts on its claims, in plain words"),
    UNDEFINED("undefined.csv", true, "one row per undefined value of the other tables"),
    ERRORS("errors.csv", true, "one row per failed run"),
    TIMINGS("timings.csv", false, "one row per pack: how long it took; differs from one execution to the next");

    private static final ImmutableSet<String> NAMES =
            Arrays.stream(values()).map(ResultFile::fileName).collect(ImmutableSet.toImmutableSet());

    private static final String TABLE = ".csv";

    private final String fileName;
    private final boolean digested;
    private final String content;

    ResultFile(String fileName, boolean digested, String content) {
        this.fileName = fileName;
        this.digested = digested;
        this.content = content;
    }

    public String fileName() {
        return fileName;
    }

    /** What it holds, as a clause. */
    public String content() {
        return content;
    }

    /** Name of the table, {@code runs} for {@code runs.csv}. */
    public String tableName() {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    /** Whether the bytes follow from the scenario alone, so that the manifest lists their digest. */
    public boolean digested() {
        return digested;
    }

    static boolean isOurs(String fileName) {
        boolean compressed = fileName.endsWith(TABLE + TableFile.COMPRESSED);
        return NAMES.contains(
                compressed ? fileName.substring(0, fileName.length() - TableFile.COMPRESSED.length()) : fileName);
    }
}
