package tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tandem.training.data.Examples;
import tandem.training.data.Split;
import tandem.training.model.Activation;
import tandem.training.model.Layer;
import tandem.training.model.Layer.NormalizationForm;
import tandem.training.model.Layer.Pool;
import tandem.training.model.ModelKind;
import tandem.training.model.Padding;
import tandem.training.model.Shape;
import tandem.training.optimizer.Optimizer;

/**
 * Networks of layers trained here and by PyTorch: losses, objectives, norms of gradients and running statistics epoch by epoch, and parameters at the end. A
 * case of one epoch, one batch and {@code sgd 1} shows the gradient. {@code make_values.py} beside the values made them.
 */
final class LayersAgainstPytorchTest {
    private static final double TOLERANCE = 1e-10;

    private static final int FEATURES = 4;

    /** A paragraph of the file. */
    record Case(ImmutableList<String> lines) {

        /** What follows the name in the lines that begin with it. */
        List<String> all(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> line.substring(name.length() + 1))
                    .toList();
        }

        double[] numbers(String name) {
            return numbers(all(name)).getFirst();
        }

        static List<double[]> numbers(List<String> lines) {
            return lines.stream()
                    .map(line -> Splitter.on(' ')
                            .splitToStream(line)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }

        @Override
        public String toString() {
            return lines.get(0) + ": " + lines.get(1);
        }
    }

    static Stream<Case> cases() throws IOException {
        var url = Resources.getResource("tandem/training/layers/values.txt");
        return Splitter.on("\n\n")
                .omitEmptyStrings()
                .splitToStream(Resources.toString(url, StandardCharsets.UTF_8))
                .filter(paragraph -> paragraph.startsWith("case"))
                .map(paragraph ->
                        new Case(ImmutableList.copyOf(Splitter.on('\n').split(paragraph))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itTrainsAsPytorchDoes(Case expected) {
        var run = run(expected);
        var result = run.train();
        var trajectory = result.trajectory();
        assertThat(trajectory.divergedEpoch()).isEmpty();
        assertClose(
                "loss",
                expected.numbers("loss"),
                TestResults.curve(result, Split.TRAIN).loss());
        assertClose("objective", expected.numbers("objective"), trajectory.objective());
        double[] norms = trajectory.gradientNorm();
        assertClose("norm", expected.numbers("norm"), Arrays.copyOfRange(norms, 1, norms.length));
        assertClose("parameters", expected.numbers("parameters"), result.parameters());
        var statistics = Case.numbers(expected.all("statistics"));
        for (int epoch = 1; epoch <= statistics.size(); epoch++) {
            var shorter = run.with(run.training().optimizer(), epoch).train();
            assertClose("statistics " + epoch, statistics.get(epoch - 1), shorter.statistics());
        }
    }

    private static void assertClose(String what, double[] expected, double[] actual) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s[%s] = %s, not %s", what, i, expected[i], actual[i])
                    .isLessThanOrEqualTo(TOLERANCE * (1 + Math.abs(expected[i])));
        }
    }

    private static TestRun run(Case lines) {
        var words = Splitter.on(' ').splitToList(lines.all("case").getFirst());
        int[] sizes = words.subList(0, 7).stream().mapToInt(Integer::parseInt).toArray();
        var image = Shape.image(sizes[0], sizes[1], sizes[2]);
        int classes = sizes[3];
        int count = sizes[4];
        double[] features = numbers(FEATURES, count * image.count(), 1.5);
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        var data = TestData.of(classes, new Examples(image.count(), features, labels));
        Layer[] layers = Splitter.on("; ")
                .splitToStream(lines.all("layers").getFirst())
                .map(text -> layer(Splitter.on(' ').splitToList(text)))
                .toArray(Layer[]::new);
        var run = TestRun.of(ModelKind.LAYERS, data).layers(image, layers);
        // The seed of the start is that of its stream.
        double[] start = numbers(run.weights().seed(), run.architecture().parameterCount(), 0.6);
        return run.from(start)
                .batch(sizes[5])
                .with(optimizer(words.get(7), Double.parseDouble(words.get(8))), sizes[6]);
    }

    /** {@code scale} times numbers in [-1, 1). */
    private static double[] numbers(long seed, int count, double scale) {
        var generator = new SplitMix64(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = scale * ((generator.nextLong() >>> 11) * 0x1p-52 - 1);
        }
        return numbers;
    }

    private static Optimizer optimizer(String name, double rate) {
        return switch (name) {
            case "sgd" -> new Optimizer.Sgd(rate);
            case "momentum" -> new Optimizer.Momentum(rate, 0.9);
            case "adam" -> new Optimizer.Adam(rate, 0.9, 0.99, 1e-4, Optimizer.AdamForm.PYTORCH);
            default -> throw new AssertionError(name);
        };
    }

    private static Layer layer(List<String> words) {
        var numbers = new ArrayList<Double>();
        words.stream()
                .skip(1)
                .filter(word -> Character.isDigit(word.charAt(0)))
                .forEach(word -> numbers.add(Double.valueOf(word)));
        return switch (words.getFirst()) {
            case "conv" -> convolution(words);
            case "max" ->
                new Layer.Pooling(
                        Pool.MAX, numbers.get(0).intValue(), numbers.get(1).intValue());
            case "average" ->
                new Layer.Pooling(
                        Pool.AVERAGE, numbers.get(0).intValue(), numbers.get(1).intValue());
            case "pytorch" -> new Layer.BatchNormalization(NormalizationForm.PYTORCH, numbers.get(0), numbers.get(1));
            case "keras" -> new Layer.BatchNormalization(NormalizationForm.KERAS, numbers.get(0), numbers.get(1));
            case "dropout" -> new Layer.Dropout(numbers.getFirst());
            case "auxiliary" -> new Layer.Auxiliary(numbers.getFirst(), true);
            case "flatten" -> new Layer.Flatten();
            case "dense" -> new Layer.Dense(numbers.getFirst().intValue(), true);
            default -> new Layer.Activate(Activation.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
        };
    }

    private static Layer convolution(List<String> words) {
        var padding =
                words.get(4).equals("same") ? new Padding.Same() : new Padding.Border(Integer.parseInt(words.get(4)));
        return new Layer.Convolution(
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)),
                Integer.parseInt(words.get(3)),
                padding,
                words.size() < 6);
    }
}
