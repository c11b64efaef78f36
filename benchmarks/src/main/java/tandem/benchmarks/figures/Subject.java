package tandem.benchmarks.figures;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One thing that is launched once a round. */
sealed interface Subject {

    /** Shown while it is measured. */
    String name();

    /** Launches it and reads its figures, by name. */
    ImmutableMap<String, Double> measure() throws IOException, InterruptedException, RunnerException;

    /** Reads one figure from the result of a JMH trial. */
    @FunctionalInterface
    interface Reading {
        double of(RunResult result);

        Reading SCORE = result -> result.getPrimaryResult().getScore();

        static Reading counter(String counter) {
            return result -> result.getSecondaryResults().get(counter).getScore();
        }

        static Reading quotient(String numerator, String denominator) {
            return result ->
                    counter(numerator).of(result) / counter(denominator).of(result);
        }
    }

    /**
     * A fresh JVM that runs one benchmark.
     *
     * @param benchmark class and method
     * @param readings by the name of the figure
     */
    record Trial(
            String name,
            String benchmark,
            ImmutableMap<String, String> parameters,
            int threads,
            ImmutableMap<String, Reading> readings)
            implements Subject {

        @Override
        public ImmutableMap<String, Double> measure() throws RunnerException {
            var options = new OptionsBuilder()
                    .include("^" + Pattern.quote("tandem.benchmarks." + benchmark) + "$")
                    .forks(1)
                    .threads(threads)
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT);
            parameters.forEach((key, value) -> options.param(key, value));
            var results = new Runner(options.build()).run();
            checkState(results.size() == 1, "%s %s is %s trials", benchmark, parameters, results.size());
            var figures = ImmutableMap.<String, Double>builder();
            readings.forEach((figure, reading) ->
                    figures.put(figure, reading.of(results.iterator().next())));
            return figures.buildOrThrow();
        }
    }

    /**
     * A program that prints its figure several times; the median counts.
     *
     * @param figure a pattern whose first group is the number
     */
    record Program(String name, ImmutableList<String> command, Pattern figure) implements Subject {

        @Override
        public ImmutableMap<String, Double> measure() throws IOException, InterruptedException {
            String output = outputOf(command);
            double[] values = figure.matcher(output)
                    .results()
                    .mapToDouble(match -> Double.parseDouble(match.group(1)))
                    .toArray();
            checkState(values.length > 0, "%s printed no figure: %s", name, output);
            return ImmutableMap.of(name, new Median().evaluate(values));
        }
    }

    /** A command that is timed from outside, in seconds. */
    record Timed(String name, ImmutableList<String> command) implements Subject {

        @Override
        public ImmutableMap<String, Double> measure() throws IOException, InterruptedException {
            long start = System.nanoTime();
            outputOf(command);
            return ImmutableMap.of(name, (System.nanoTime() - start) * 1e-9);
        }
    }

    private static String outputOf(ImmutableList<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        checkArgument(exit == 0, "%s ended with exit code %s: %s", command, exit, output);
        return output;
    }
}
