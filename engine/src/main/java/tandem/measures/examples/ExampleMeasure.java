package tandem.measures.examples;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.Function;
import tandem.measures.Direction;
import tandem.measures.Measure;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;
import tandem.measures.SplitResult;

/**
 * What the single examples of a split say at the last epoch, in the order of the columns. Where the run diverged there
 * is no last state, and every measure is undefined: {@link Reason#DIVERGED}.
 */
public enum ExampleMeasure implements Measure {
    LOSS_Q01(
            "loss_q01",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.01"),
            s -> s.losses().quantile(0.01)),
    LOSS_Q05(
            "loss_q05",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.05"),
            s -> s.losses().quantile(0.05)),
    LOSS_Q25(
            "loss_q25",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.25"),
            s -> s.losses().quantile(0.25)),
    LOSS_Q50(
            "loss_q50",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.5"),
            s -> s.losses().quantile(0.5)),
    LOSS_Q75(
            "loss_q75",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.75"),
            s -> s.losses().quantile(0.75)),
    LOSS_Q95(
            "loss_q95",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.95"),
            s -> s.losses().quantile(0.95)),
    LOSS_Q99(
            "loss_q99",
            Unit.LOSS,
            Texts.QUANTILE.replace("Q", "0.99"),
            s -> s.losses().quantile(0.99)),
    LOSS_MAX(
            "loss_max",
            Unit.LOSS,
            "largest cross-entropy of an example",
            s -> s.losses().max()),
    LOSS_SKEWNESS(
            "loss_skewness",
            Unit.REAL,
            "g1 = m3 / m2^1.5 of the examples' cross-entropies, with m_r = mean of (loss - mean)^r, without correction"
                    + " for n; undefined EQUAL_LOSSES where m2 <= 1e-24 max(1, largest^2)",
            s -> s.losses().skewness()),
    LOSS_BOWLEY(
            "loss_bowley",
            Unit.SIGNED,
            "Bowley's skewness (Q3 + Q1 - 2 Q2) / (Q3 - Q1) of the examples' cross-entropies, quartiles of type 7;"
                    + " undefined EQUAL_QUARTILES where Q3 = Q1",
            s -> s.losses().bowley()),
    LOSS_KURTOSIS(
            "loss_kurtosis",
            Unit.EXCESS,
            "excess kurtosis m4 / m2^2 - 3 of the examples' cross-entropies, m_r as in loss_skewness; undefined"
                    + " EQUAL_LOSSES where m2 <= 1e-24 max(1, largest^2)",
            s -> s.losses().kurtosis()),
    LOSS_GINI(
            "loss_gini",
            Unit.SHARE,
            "Gini coefficient of the examples' cross-entropies: sum of (2 i - n - 1) l_(i) / (n sum l), i = 1..n by"
                    + " size; 0 where all are equal; undefined ZERO_LOSS where they sum to 0",
            s -> s.losses().gini()),
    LOSS_TOP5_SHARE(
            "loss_top5_share",
            Unit.SHARE,
            "share of the loss carried by the 5 % of the examples with the largest: ceil(0.05 n) of them, the last"
                    + " counting by the fraction that makes it 0.05 n; undefined ZERO_LOSS where the losses sum to 0",
            s -> s.losses().topShare(0.05)),
    MARGIN_MEAN(
            "margin_mean",
            Unit.LOGIT,
            "mean over the examples of the logit margin z_y - max over j != y of z_j",
            s -> s.margins().mean()),
    MARGIN_Q05(
            "margin_q05",
            Unit.LOGIT,
            "quantile 0.05 of the logit margins, type 7 of Hyndman and Fan",
            s -> s.margins().quantile(0.05)),
    NEGATIVE_MARGIN_SHARE(
            "negative_margin_share",
            Unit.SHARE,
            "share of the examples with a logit margin below 0: the error, but for ties (a margin of 0 or rounding),"
                    + " which the lowest class wins",
            s -> s.margins().negativeShare()),
    CONFIDENCE_WHEN_WRONG(
            "confidence_when_wrong",
            Unit.SHARE,
            "mean of the largest probability over the misclassified examples; undefined NO_ERRORS",
            s -> s.confidences().whenWrong()),
    CONFIDENT_ERROR_SHARE(
            "confident_error_share",
            Unit.SHARE,
            "share of the misclassified examples whose largest probability is above 0.9; undefined NO_ERRORS",
            s -> s.confidences().confidentErrorShare()),
    ENTROPY_MEAN(
            "entropy_mean",
            Unit.LOSS,
            "mean over the examples of the entropy - sum p ln p of the probabilities, at most ln K",
            s -> s.confidences().entropyMean()),
    OVERCONFIDENCE(
            "overconfidence",
            Unit.SIGNED,
            "mean of the largest probability minus the accuracy",
            s -> s.confidences().overconfidence()),
    ECE(
            "ece",
            Unit.SHARE,
            "expected calibration error of the prediction: sum of n_b / n |acc_b - conf_b| over the 15 bins"
                    + " (b / 15, (b + 1) / 15] of the largest probability, empty ones skipped; too large on average"
                    + " where n is small",
            s -> new Measured.Defined(s.equalWidth().expectedError())),
    ECE_DEBIASED(
            "ece_debiased",
            Unit.SIGNED,
            "2 ece - sum of n_b / n E|N(acc_b - conf_b, acc_b (1 - acc_b) / n_b)| on the bins of ece, N being a normal"
                    + " number: less the mean effect of redrawing the labels; bins with accuracy 0 or 1 are not"
                    + " corrected (Kumar, Liang, Ma 2019, their get_ece, without its random draws)",
            s -> new Measured.Defined(s.equalWidth().debiasedError())),
    SQUARED_CALIBRATION_ERROR(
            "squared_calibration_error",
            Unit.SIGNED,
            "sum of n_b / n ((acc_b - conf_b)^2 - acc_b (1 - acc_b) / (n_b - 1)) on the bins of ece with two or more"
                    + " examples: without bias, so also below 0 (Kumar, Liang, Ma 2019, section 4)",
            s -> new Measured.Defined(s.equalWidth().debiasedSquare())),
    ACE(
            "ace",
            Unit.SHARE,
            "as ece, on 15 bins of equally many examples: an example with r smaller confidences is in bin"
                    + " floor(15 r / n), so that equal confidences share a bin; bins are weighed by their examples and"
                    + " classes not taken apart, unlike the adaptive error of Nixon et al. 2019",
            s -> new Measured.Defined(s.equalMass().expectedError())),
    MCE(
            "mce",
            Unit.SHARE,
            "largest |acc_b - conf_b| of the bins of ece that are not empty",
            s -> new Measured.Defined(s.equalWidth().largestError())),
    BRIER(
            "brier",
            Unit.BRIER,
            "Brier score: mean over the examples of the sum over all K classes of (p_k - y_k)^2; for two classes it is"
                    + " twice the score of one of them",
            s -> new Measured.Defined(s.brier().score())),
    BRIER_RELIABILITY(
            "brier_reliability",
            Unit.BRIER,
            "sum over classes and over the 15 bins [0, 1 / 15], (1 / 15, 2 / 15], ... of p_k of n_b / n (mean p_k -"
                    + " share of class k)^2; brier = reliability - resolution + uncertainty + residual (Murphy 1973)",
            s -> new Measured.Defined(s.brier().reliability())),
    BRIER_RESOLUTION(
            "brier_resolution",
            Unit.BRIER,
            "sum over classes and the bins of brier_reliability of n_b / n (share of class k in the bin - in the"
                    + " split)^2",
            s -> new Measured.Defined(s.brier().resolution())),
    BRIER_UNCERTAINTY(
            "brier_uncertainty",
            Unit.BRIER,
            "sum over classes of o (1 - o), o being the share of class k in the split",
            s -> new Measured.Defined(s.brier().uncertainty())),
    BRIER_RESIDUAL(
            "brier_residual",
            Unit.REAL,
            "sum over classes of the mean of d^2 - 2 d (y_k - share of class k in the bin), d being p_k minus its mean"
                + " in the bin of brier_reliability: what spread inside the bins adds; 0 where a bin's p_k are equal"
                + " (Stephenson et al. 2008)",
            s -> new Measured.Defined(s.brier().residual()));

    private enum Unit {
        LOSS("nats", "[0, inf)"),
        LOGIT("1", "(-inf, inf)"),
        REAL("1", "(-inf, inf)"),
        EXCESS("1", "[-2, inf)"),
        SIGNED("1", "[-1, 1]"),
        SHARE("share", "[0, 1]"),
        BRIER("1", "[0, 2]");

        private final String text;
        private final String range;

        Unit(String text, String range) {
            this.text = text;
            this.range = range;
        }
    }

    private static final class Texts {
        static final String QUANTILE = "quantile Q of the examples' cross-entropies, type 7 of Hyndman and Fan";
    }

    private final Description description;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Function<StateSummary, Measured> reading;

    ExampleMeasure(String column, Unit unit, String definition, Function<StateSummary, Measured> reading) {
        this.description = new Description(column, unit.text, unit.range, definition);
        this.reading = reading;
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Direction direction() {
        return switch (this) {
            case LOSS_Q01,
                    LOSS_Q05,
                    LOSS_Q25,
                    LOSS_Q50,
                    LOSS_Q75,
                    LOSS_Q95,
                    LOSS_Q99,
                    LOSS_MAX,
                    NEGATIVE_MARGIN_SHARE,
                    ECE,
                    ECE_DEBIASED,
                    SQUARED_CALIBRATION_ERROR,
                    ACE,
                    MCE,
                    BRIER,
                    BRIER_RELIABILITY -> Direction.LOWER;
            case BRIER_RESOLUTION -> Direction.HIGHER;
            case LOSS_SKEWNESS,
                    LOSS_BOWLEY,
                    LOSS_KURTOSIS,
                    LOSS_GINI,
                    LOSS_TOP5_SHARE,
                    MARGIN_MEAN,
                    MARGIN_Q05,
                    CONFIDENCE_WHEN_WRONG,
                    CONFIDENT_ERROR_SHARE,
                    ENTROPY_MEAN,
                    OVERCONFIDENCE,
                    BRIER_UNCERTAINTY,
                    BRIER_RESIDUAL -> Direction.NEITHER;
        };
    }

    @Override
    public boolean isCount() {
        return false;
    }

    /** The state before the first update will do. */
    @Override
    public int minimumEpochs() {
        return 0;
    }

    @Override
    public Measured of(SplitResult result) {
        return result.last()
                .map(outcomes -> reading.apply(new StateSummary(outcomes)))
                .orElse(new Measured.Undefined(Reason.DIVERGED));
    }

    /** All measures of one state in the order of the constants: each sort and each pass is made once. */
    public static ImmutableList<Measured> allOf(Outcomes outcomes) {
        var summary = new StateSummary(outcomes);
        return Arrays.stream(values())
                .map(measure -> measure.reading.apply(summary))
                .collect(ImmutableList.toImmutableList());
    }
}
