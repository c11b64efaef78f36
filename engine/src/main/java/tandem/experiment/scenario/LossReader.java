package tandem.experiment.scenario;

import tandem.training.optimizer.Loss;

/** Turns a resolved section {@code training.loss} into its type. */
final class LossReader {
    private LossReader() {}

    static Loss loss(Settings loss) {
        return switch (loss.text("kind")) {
            case "cross_entropy" -> {
                double smoothing = loss.real("label_smoothing");
                yield smoothing == 0 ? new Loss.CrossEntropy() : new Loss.SmoothedCrossEntropy(smoothing);
            }
            case "focal" -> new Loss.Focal(loss.real("gamma"));
            case "generalized_cross_entropy" -> new Loss.GeneralizedCrossEntropy(loss.real("q"));
            case "mean_absolute_error" -> new Loss.MeanAbsoluteError();
            case "flooding" -> new Loss.Flooding(loss.real("level"));
            case "forward_correction" -> new Loss.ForwardCorrection(transition(loss.section("transition")));
            default -> throw new IllegalArgumentException("the schema knows a loss that has no type: " + loss);
        };
    }

    private static Loss.Transition transition(Settings transition) {
        return transition.has("rate")
                ? new Loss.Transition.Symmetric(transition.real("rate"))
                : new Loss.Transition.Given(ConditionsReader.list(transition.find("matrix"), ConditionsReader::reals));
    }
}
