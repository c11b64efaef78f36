package tandem.experiment.scenario;

import tandem.training.model.Initializer;
import tandem.training.model.Layer;
import tandem.training.model.Start;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Training;

/** What a run leaves to chance. */
final class Chance {
    private Chance() {}

    /**
     * Whether a run with these conditions is the same with any master seed and in every replicate, since it draws from
     * none of the random streams. Asked of the settings alone: batches as large as the train split count as chance
     * unless they are {@code full}.
     */
    static boolean hasNoPartIn(Conditions conditions, Replicates replicates) {
        for (Purpose purpose : Purpose.values()) {
            if (draws(purpose, conditions, replicates)) {
                return false;
            }
        }
        return true;
    }

    private static boolean draws(Purpose purpose, Conditions conditions, Replicates replicates) {
        return switch (purpose) {
            // With R seeds that do not go with the replicate the examples are given as much as those of a file.
            case DATA ->
                conditions.data().drawsExamples()
                        && !(conditions.data().rSeed().isPresent()
                                && replicates.hold().contains(Purpose.DATA));
            case SPLIT -> conditions.data().splitsByChance();
            case CORRUPTION -> conditions.data().corruption().isByChance();
            case WEIGHTS ->
                conditions.model().start() instanceof Start.Drawn(Initializer initializer)
                        && initializer != Initializer.ZEROS;
            case ORDER -> shuffles(conditions.training());
            case DROPOUT ->
                conditions.model().layers().stream()
                        .anyMatch(layer -> layer instanceof Layer.Dropout dropout && dropout.rate() > 0);
        };
    }

    private static boolean shuffles(Training training) {
        return switch (training.optimizer()) {
            case Optimizer.None _, Optimizer.Newton _ -> false;
            case Optimizer.Sgd _,
                    Optimizer.Momentum _,
                    Optimizer.Nesterov _,
                    Optimizer.RmsProp _,
                    Optimizer.Adam _,
                    Optimizer.AdamW _ -> training.batchSize() != Training.FULL_BATCH;
        };
    }
}
