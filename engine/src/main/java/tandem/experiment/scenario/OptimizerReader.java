package tandem.experiment.scenario;

import tandem.training.optimizer.Optimizer;

/** Turns a resolved section {@code training.optimizer} into its type. */
final class OptimizerReader {
    private OptimizerReader() {}

    static Optimizer optimizer(Settings optimizer) {
        return switch (optimizer.text("kind")) {
            case "sgd" -> new Optimizer.Sgd(optimizer.real("learning_rate"));
            case "momentum" -> new Optimizer.Momentum(optimizer.real("learning_rate"), optimizer.real("momentum"));
            case "nesterov" -> new Optimizer.Nesterov(optimizer.real("learning_rate"), optimizer.real("momentum"));
            case "rmsprop" ->
                new Optimizer.RmsProp(
                        optimizer.real("learning_rate"),
                        optimizer.real("decay"),
                        optimizer.real("epsilon"),
                        form(optimizer));
            case "adam" -> adam(optimizer);
            case "adamw" ->
                new Optimizer.AdamW(adam(optimizer), optimizer.real("weight_decay"), optimizer.flag("decay_bias"));
            case "newton" -> new Optimizer.Newton();
            case "none" -> new Optimizer.None();
            default ->
                throw new IllegalArgumentException("the schema knows an optimizer that has no type: " + optimizer);
        };
    }

    private static Optimizer.Adam adam(Settings optimizer) {
        return new Optimizer.Adam(
                optimizer.real("learning_rate"),
                optimizer.real("beta1"),
                optimizer.real("beta2"),
                optimizer.real("epsilon"),
                form(optimizer));
    }

    private static Optimizer.AdamForm form(Settings optimizer) {
        return optimizer.choice("form", Optimizer.AdamForm.class);
    }
}
