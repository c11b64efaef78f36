package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Forms;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Union;

/** Keys of {@code training.loss}. */
final class LossKeys {
    private static final Real NOT_NEGATIVE = new Real(Range.NOT_NEGATIVE);

    private static final Forms TRANSITION = new Forms(ImmutableList.of(
            Fields.of(Key.required(
                    "rate", new Real(Range.DECAY), "Share of labels turned into any other one, each alike.")),
            Fields.of(Key.required(
                    "matrix",
                    new Items(new Items(new Real(new Range(0, false, 1, false)), 2), 2),
                    "One list a true class, in it one probability a label, classes in the data's order."))));

    static final Union UNION = new Union(
            "What is minimised; the column loss is plain cross-entropy in any case.",
            ImmutableMap.of(
                    "cross_entropy",
                    Fields.of(Key.of(
                            "label_smoothing",
                            new Real(Range.DECAY),
                            "0",
                            "Share of the target that is spread evenly over all classes.")),
                    "focal",
                    Fields.of(Key.of(
                            "gamma",
                            NOT_NEGATIVE,
                            "2",
                            "How much less well-classified examples count; 0 is" + " cross-entropy.")),
                    "generalized_cross_entropy",
                    Fields.of(Key.of(
                            "q",
                            new Real(Range.SHARE),
                            "0.7",
                            "From cross-entropy (near 0) to half the mean absolute error (1).")),
                    "mean_absolute_error",
                    Fields.of(),
                    "flooding",
                    Fields.of(Key.required(
                            "level",
                            NOT_NEGATIVE,
                            "Mean cross-entropy of a batch, with that of auxiliary classifiers times their weight,"
                                    + " below which the gradient is turned.")),
                    "forward_correction",
                    Fields.of(Key.required(
                            "transition",
                            TRANSITION,
                            "How labels are assumed to be corrupted: {rate: x} or {matrix: [[..]]}."))));

    private LossKeys() {}
}
