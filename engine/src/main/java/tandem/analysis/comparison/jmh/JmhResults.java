package tandem.analysis.comparison.jmh;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tandem.analysis.comparison.means.Side;
import tandem.analysis.comparison.means.Values;
import tandem.measures.Direction;
import tandem.tables.TableReader;
import tandem.tables.UnusableTableException;

/**
 * A file that JMH has written.
 *
 * @param scores in the order of the file
 * @param caveat what a reader must know of the values; empty for nothing
 */
public record JmhResults(ImmutableList<Score> scores, String caveat) {
    private static final ImmutableList<String> KEYS = ImmutableList.of("benchmark", "mode", "threads");

    /**
     * One metric of one benchmark.
     *
     * @param keys benchmark, mode and threads
     * @param parameters by name
     * @param metric {@code score}, or the name of a secondary one
     */
    record Score(
            ImmutableList<String> keys,
            ImmutableMap<String, String> parameters,
            String metric,
            String unit,
            Values values) {

        /** Metrics of other units are others. */
        String measure() {
            return unit.isEmpty() ? metric : metric + " [" + unit + "]";
        }

        /** Work per time is a score, time or bytes per work a loss. */
        Direction direction() {
            return unit.startsWith("ops/")
                    ? Direction.HIGHER
                    : unit.endsWith("/op") ? Direction.LOWER : Direction.NEITHER;
        }
    }

    /** Whether a file is JMH's, by its name's ending or its header. */
    public static boolean isJmh(Path path) throws IOException {
        return path.toString().endsWith(".json") || (path.toString().endsWith(".csv") && hasHeader(path));
    }

    private static boolean hasHeader(Path path) throws IOException {
        try (var reader = TableReader.open(path)) {
            return reader.columns().containsAll(JmhCsv.COLUMNS);
        } catch (UnusableTableException e) {
            // Whoever reads it as a table says why.
            return false;
        }
    }

    /** @throws UnusableTableException if it is not what JMH writes */
    public static JmhResults read(Path path) throws IOException {
        return path.toString().endsWith(".json") ? JmhJson.read(path) : JmhCsv.read(path);
    }

    /** Names of the factors of several files: benchmark, mode, threads and all parameters. */
    public static ImmutableList<String> factors(ImmutableList<JmhResults> files) {
        var factors = ImmutableSet.<String>builder().addAll(KEYS);
        files.forEach(file ->
                file.scores().forEach(score -> factors.addAll(score.parameters().keySet())));
        return factors.build().asList();
    }

    /** The measures of several files. */
    public static ImmutableMap<String, Direction> measures(ImmutableList<JmhResults> files) {
        var measures = ImmutableMap.<String, Direction>builder();
        files.forEach(file -> file.scores().forEach(score -> measures.put(score.measure(), score.direction())));
        return measures.buildKeepingLast();
    }

    /** The scores as a side; a parameter that a benchmark does not have is an empty level. */
    public Side side(String label, ImmutableList<String> factors) {
        Map<ImmutableList<String>, ImmutableMap.Builder<String, Values>> groups = new LinkedHashMap<>();
        for (Score score : scores) {
            var levels = ImmutableList.<String>builder().addAll(score.keys());
            factors.stream()
                    .skip(KEYS.size())
                    .forEach(factor -> levels.add(score.parameters().getOrDefault(factor, "")));
            groups.computeIfAbsent(levels.build(), _ -> ImmutableMap.builder()).put(score.measure(), score.values());
        }
        var built = ImmutableMap.<ImmutableList<String>, ImmutableMap<String, Values>>builder();
        groups.forEach((levels, values) -> built.put(levels, values.buildKeepingLast()));
        var notes = caveat.isEmpty() ? ImmutableList.<String>of() : ImmutableList.of(label + ": " + caveat);
        return new Side(label, built.buildOrThrow(), ImmutableMap.of(), notes);
    }
}
