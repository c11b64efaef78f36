package tandem.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.training.random.RandomStream;

final class StartParametersTest {
    private static final RandomStream STREAM = new RandomStream(4);

    private static Architecture mlp(boolean bias, int inputs, int outputs, Integer... hidden) {
        return new Architecture(
                Shape.features(inputs),
                Model.dense(ImmutableList.copyOf(hidden), Activation.RELU, bias),
                outputs,
                bias);
    }

    private static double[] drawn(Initializer initializer, Architecture architecture) {
        return StartParameters.of(new Start.Drawn(initializer), architecture, STREAM);
    }

    private static double[] weights(Initializer initializer, Architecture architecture, int layer) {
        var at = architecture.blocks().get(layer);
        return Arrays.copyOfRange(drawn(initializer, architecture), at.weightsAt(), at.weightsAt() + at.weightCount());
    }

    /** Layers of 100 -> 150 -> 50: i + o = 250 and 200. Limits sqrt(6 / (i + o)) and sqrt(6 / i). */
    @ParameterizedTest
    @CsvSource({
        "GLOROT_UNIFORM, 0, 0.15491933384829668",
        "GLOROT_UNIFORM, 1, 0.17320508075688773",
        "HE_UNIFORM, 0, 0.24494897427831780",
        "HE_UNIFORM, 1, 0.2"
    })
    void uniformWeightsFillTheIntervalToItsLimit(Initializer initializer, int layer, double limit) {
        double[] weights = weights(initializer, mlp(true, 100, 50, 150), layer);
        assertThat(StatUtils.max(weights)).isLessThan(limit).isGreaterThan(0.998 * limit);
        assertThat(StatUtils.min(weights)).isGreaterThan(-limit).isLessThan(-0.998 * limit);
        assertMeanAndDeviation(weights, limit / Math.sqrt(3));
    }

    /** Deviations sqrt(2 / (i + o)) and sqrt(2 / i). */
    @ParameterizedTest
    @CsvSource({
        "GLOROT_NORMAL, 0, 0.08944271909999159",
        "GLOROT_NORMAL, 1, 0.1",
        "HE_NORMAL, 0, 0.1414213562373095",
        "HE_NORMAL, 1, 0.11547005383792516"
    })
    void normalWeightsHaveTheirDeviationAndTails(Initializer initializer, int layer, double deviation) {
        double[] weights = weights(initializer, mlp(true, 100, 50, 150), layer);
        assertMeanAndDeviation(weights, deviation);
        long beyondTwo =
                Arrays.stream(weights).filter(w -> Math.abs(w) > 2 * deviation).count();
        // scipy: 2*norm.sf(2) = 0.0455; 7500 weights or more give it a standard error of 0.0024 at most; five of them.
        // Truncation at two deviations would leave none.
        assertThat((double) beyondTwo / weights.length).isCloseTo(0.0455, within(0.012));
    }

    /** 7500 weights or more: the deviation has a relative standard error of 0.8 % at most, the mean of sd / 86. */
    private static void assertMeanAndDeviation(double[] weights, double deviation) {
        assertThat(Math.sqrt(StatUtils.variance(weights))).isCloseTo(deviation, Percentage.withPercentage(4));
        assertThat(StatUtils.mean(weights)).isCloseTo(0, within(5 * deviation / Math.sqrt(weights.length)));
    }

    @ParameterizedTest
    @CsvSource({"GLOROT_UNIFORM", "GLOROT_NORMAL", "HE_UNIFORM", "HE_NORMAL"})
    void biasesStartAtZeroAndTakeNoNumbersOfTheStream(Initializer initializer) {
        var with = mlp(true, 3, 2, 4);
        var without = mlp(false, 3, 2, 4);
        for (int layer = 0; layer < 2; layer++) {
            assertThat(weights(initializer, with, layer)).containsExactly(weights(initializer, without, layer));
            var at = with.blocks().get(layer);
            double[] biases =
                    Arrays.copyOfRange(drawn(initializer, with), at.biasesAt(), at.biasesAt() + at.outputCount());
            assertThat(biases).containsOnly(0);
        }
    }

    @Test
    void zerosAreAllZero() {
        assertThat(drawn(Initializer.ZEROS, mlp(true, 3, 2, 4))).hasSize(26).containsOnly(0);
    }

    @Test
    void theSameShapeAndStreamGiveTheSameWeights() {
        var tanh =
                new Architecture(Shape.features(3), Model.dense(ImmutableList.of(4), Activation.TANH, true), 2, true);
        double[] relu = drawn(Initializer.HE_NORMAL, mlp(true, 3, 2, 4));
        assertThat(drawn(Initializer.HE_NORMAL, tanh)).containsExactly(relu);
        double[] other = StartParameters.of(new Start.Drawn(Initializer.HE_NORMAL), tanh, new RandomStream(5));
        assertThat(other[0]).isNotEqualTo(relu[0]);
        assertThat(other).doesNotContain(relu[0], relu[1], relu[2]);
    }

    @Test
    void aFirstLayerStaysWhenLayersFollow() {
        double[] shallow = weights(Initializer.GLOROT_UNIFORM, mlp(true, 3, 4), 0);
        assertThat(weights(Initializer.GLOROT_UNIFORM, mlp(true, 3, 2, 4, 5), 0))
                .containsExactly(shallow);
    }

    /** The same uniform numbers: ratio sqrt(6 / 3) / sqrt(6 / 7). */
    @Test
    void initializersOfOneFamilyDifferInScaleOnly() {
        double[] glorot = weights(Initializer.GLOROT_UNIFORM, mlp(true, 3, 2, 4), 0);
        double[] he = weights(Initializer.HE_UNIFORM, mlp(true, 3, 2, 4), 0);
        for (int i = 0; i < he.length; i++) {
            assertThat(he[i] / glorot[i]).isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
        }
    }

    private static Start.Given given(double[][][] weights, double[]... biases) {
        return new Start.Given(
                Arrays.stream(weights)
                        .map(layer -> Arrays.stream(layer)
                                .map(ImmutableDoubleArray::copyOf)
                                .collect(ImmutableList.toImmutableList()))
                        .collect(ImmutableList.toImmutableList()),
                Arrays.stream(biases).map(ImmutableDoubleArray::copyOf).collect(ImmutableList.toImmutableList()));
    }

    private static final double[][][] WEIGHTS = {{{1, 2, 3}, {4, 5, 6}}, {{7, 8}}};

    @Test
    void givenValuesLieWeightsFirstThenBiasesLayerByLayer() {
        var start = given(WEIGHTS, new double[] {-1, -2}, new double[] {-3});
        assertThat(StartParameters.of(start, mlp(true, 3, 1, 2), STREAM))
                .containsExactly(1, 2, 3, 4, 5, 6, -1, -2, 7, 8, -3);
        assertThat(StartParameters.of(given(WEIGHTS), mlp(false, 3, 1, 2), STREAM))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void biasesNotGivenAreZero() {
        assertThat(StartParameters.of(given(WEIGHTS), mlp(true, 3, 1, 2), STREAM))
                .containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 0);
    }

    @Test
    void aLineIsSlopeThenIntercept() {
        assertThat(StartParameters.of(new Start.Line(0.25, -3), mlp(true, 1, 1), STREAM))
                .containsExactly(0.25, -3);
    }

    private static void assertRefused(Start start, Architecture architecture, String message) {
        assertThatThrownBy(() -> StartParameters.of(start, architecture, STREAM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void valuesOfAnotherShapeAreRefusedWithTheirPlace() {
        assertRefused(
                given(new double[][][] {{{1, 2, 3}, {4, 5}}, {{7, 8}}}),
                mlp(false, 3, 1, 2),
                "start.weights[0][1] has 2 entries; the model and its data need 3");
        assertRefused(
                given(WEIGHTS), mlp(false, 3, 2, 2), "start.weights[1] has 1 entries; the model and its data need 2");
        assertRefused(
                given(WEIGHTS, new double[] {1, 2}, new double[] {1, 2}),
                mlp(true, 3, 1, 2),
                "start.biases[1] has 2 entries; the model and its data need 1");
        assertRefused(
                given(WEIGHTS),
                mlp(false, 3, 1),
                "start holds weights of 2 and biases of 0 layers; the model has 1 layers without bias");
        assertRefused(
                given(WEIGHTS, new double[] {1, 2}),
                mlp(true, 3, 1, 2),
                "start holds weights of 2 and biases of 1 layers; the model has 2 layers");
        assertRefused(
                given(WEIGHTS, new double[] {1, 2}, new double[] {1}),
                mlp(false, 3, 1, 2),
                "start holds weights of 2 and biases of 2 layers; the model has 2 layers without bias");
    }

    @Test
    void aLineNeedsOneFeatureOneLogitAndABias() {
        var line = new Start.Line(1, 0);
        var message = "slope and intercept need a logistic model with bias on one feature; the data has ";
        assertRefused(line, mlp(true, 2, 1), message + 2);
        assertRefused(line, mlp(true, 1, 2), message + 1);
        assertRefused(line, mlp(false, 1, 1), message + 1);
    }

    @Test
    void startValuesMustBeFinite() {
        assertThatThrownBy(() -> new Start.Line(Double.NaN, 0)).hasMessage("slope must be finite: NaN");
        assertThatThrownBy(() -> new Start.Line(0, Double.POSITIVE_INFINITY))
                .hasMessage("intercept must be finite: Infinity");
    }

    @Test
    void givenStartValuesMustBeFinite() {
        assertThatThrownBy(() -> given(new double[][][] {{{1, Double.NaN}}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> given(WEIGHTS, new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 5 x 5 x 4 inputs to 60 filters on an image: i = 100 and o = 5 x 5 x 60 = 1500. Limits and deviations as above. */
    @ParameterizedTest
    @CsvSource({
        "GLOROT_UNIFORM, 0.06123724356957945",
        "HE_UNIFORM, 0.24494897427831780",
        "GLOROT_NORMAL, 0.06123724356957945",
        "HE_NORMAL, 0.24494897427831780"
    })
    void convolutionsCountThePlacesOfTheirWindow(Initializer initializer, double limit) {
        double[] weights = weights(initializer, ofLayers(CONVOLUTION, new Layer.Flatten()), 0);
        assertThat(weights).hasSize(6000);
        assertMeanAndDeviation(weights, limit / Math.sqrt(3));
        if (initializer == Initializer.GLOROT_UNIFORM || initializer == Initializer.HE_UNIFORM) {
            assertThat(StatUtils.max(weights)).isLessThan(limit).isGreaterThan(0.995 * limit);
        }
    }

    private static final Layer CONVOLUTION = new Layer.Convolution(60, 5, 1, new Padding.Same(), true);

    private static final Layer NORMALIZATION = new Layer.BatchNormalization(Layer.NormalizationForm.PYTORCH, 0.1, 1e-5);

    private static Architecture ofLayers(Layer... layers) {
        return new Architecture(Shape.image(6, 5, 4), ImmutableList.copyOf(layers), 3, true);
    }

    @Test
    void normalizationsStartAsTheIdentityAndTakeNoNumbersOfTheStream() {
        var with = ofLayers(CONVOLUTION, NORMALIZATION, new Layer.Flatten());
        double[] parameters = drawn(Initializer.HE_NORMAL, with);
        var block = with.blocks().get(1);
        double[] scales = Arrays.copyOfRange(parameters, block.biasesAt(), block.biasesAt() + 60);
        double[] shifts = Arrays.copyOfRange(parameters, block.biasesAt() + 60, block.end());
        assertThat(scales).hasSize(60).containsOnly(1);
        assertThat(shifts).hasSize(60).containsOnly(0);
        var without = ofLayers(CONVOLUTION, new Layer.Flatten());
        assertThat(weights(Initializer.HE_NORMAL, with, 2)).containsExactly(weights(Initializer.HE_NORMAL, without, 1));
    }

    @Test
    void anAuxiliaryClassifierChangesNoOtherStart() {
        var auxiliary = new Layer.Auxiliary(0.3, true);
        double[] without = drawn(Initializer.HE_UNIFORM, ofLayers(CONVOLUTION, NORMALIZATION, new Layer.Flatten()));
        double[] with = drawn(
                Initializer.HE_UNIFORM,
                ofLayers(auxiliary, CONVOLUTION, auxiliary, NORMALIZATION, new Layer.Flatten(), auxiliary));
        assertThat(Arrays.copyOf(with, without.length)).containsExactly(without);
    }

    @Test
    void givenWeightsWithoutBiasesLeaveTheScalesAtOne() {
        var architecture = new Architecture(Shape.features(1), ImmutableList.of(NORMALIZATION), 2, true);
        var given = new Start.Given(
                ImmutableList.of(
                        ImmutableList.of(ImmutableDoubleArray.of()),
                        ImmutableList.of(ImmutableDoubleArray.of(5), ImmutableDoubleArray.of(6))),
                ImmutableList.of());
        assertThat(StartParameters.of(given, architecture, STREAM)).containsExactly(1, 0, 5, 6, 0, 0);
    }
}
