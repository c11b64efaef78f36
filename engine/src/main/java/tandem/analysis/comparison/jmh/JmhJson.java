package tandem.analysis.comparison.jmh;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import tandem.analysis.comparison.means.Values;
import tandem.tables.UnusableTableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JMH's JSON, which has every iteration. Iterations of one fork share its compiled code and memory layout, so the value of
 * a fork is their mean; only where there is one fork, iterations have to do.
 */
final class JmhJson {
    private final ImmutableList.Builder<JmhResults.Score> scores = ImmutableList.builder();
    private boolean hasSingleForks;

    private JmhJson() {}

    static JmhResults read(Path path) throws IOException {
        var results = new JmhJson();
        try {
            JsonNode all = JsonMapper.shared().readTree(Files.readString(path));
            if (!all.isArray()) {
                throw notJmh(path);
            }
            for (JsonNode one : all) {
                results.add(one);
            }
        } catch (JacksonException | IllegalArgumentException | CharacterCodingException e) {
            throw notJmh(path);
        }
        return new JmhResults(
                results.scores.build(),
                results.hasSingleForks
                        ? "benchmarks with one fork have only its iterations, which are not independent, so their"
                                + " intervals are too narrow; measure several forks"
                        : "");
    }

    private static UnusableTableException notJmh(Path path) {
        return new UnusableTableException(
                path, 1, "this is not the JSON that JMH writes with -rf json; name such a file");
    }

    private void add(JsonNode one) {
        var keys = ImmutableList.of(
                one.required("benchmark").asString(),
                one.required("mode").asString(),
                one.path("threads").asString("1"));
        var parameters = ImmutableMap.<String, String>builder();
        one.path("params")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString()));
        add(keys, parameters.buildOrThrow(), "score", one.required("primaryMetric"));
        one.path("secondaryMetrics")
                .properties()
                .forEach(entry ->
                        add(keys, parameters.buildOrThrow(), entry.getKey().replace("\u00b7", ""), entry.getValue()));
    }

    private void add(
            ImmutableList<String> keys, ImmutableMap<String, String> parameters, String metric, JsonNode node) {
        String unit = node.required("scoreUnit").asString();
        scores.add(new JmhResults.Score(keys, parameters, metric, unit, values(node)));
    }

    private Values values(JsonNode metric) {
        JsonNode forks = metric.has("rawData") ? metric.get("rawData") : metric.path("rawDataHistogram");
        var means = ImmutableDoubleArray.builder();
        for (JsonNode fork : forks) {
            means.add(new Mean().evaluate(iterations(fork)));
        }
        if (forks.size() == 1) {
            hasSingleForks = true;
            return new Values.Each(ImmutableDoubleArray.copyOf(iterations(forks.get(0))));
        }
        return new Values.Each(means.build());
    }

    private static double[] iterations(JsonNode fork) {
        double[] values = new double[fork.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode iteration = fork.get(i);
            values[i] = iteration.isArray() ? histogramMean(iteration) : iteration.asDouble();
        }
        return values;
    }

    /** Of pairs of a value and how often it was seen. */
    private static double histogramMean(JsonNode pairs) {
        double sum = 0;
        double count = 0;
        for (JsonNode pair : pairs) {
            sum += pair.get(0).asDouble() * pair.get(1).asDouble();
            count += pair.get(1).asDouble();
        }
        return sum / count;
    }
}
