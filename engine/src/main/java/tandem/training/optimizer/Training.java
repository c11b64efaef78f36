package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a model is trained.
 *
 * @param batchSize examples a step; {@link #FULL_BATCH} for the whole train split
 * @param epochs passes over the train split, 0 only with {@link Optimizer.None}; for Newton the largest number of iterations
 */
public record Training(
        Loss loss,
        Optimizer optimizer,
        Schedule schedule,
        int batchSize,
        int epochs,
        Penalty penalty,
        Clip clip,
        ClassWeights classWeights,
        Average average,
        SampleWeights sampleWeights) {

    public static final int FULL_BATCH = Integer.MAX_VALUE;

    public Training {
        checkArgument(batchSize > 0, "batch_size must be positive: %s", batchSize);
        checkArgument(epochs >= 0, "epochs must not be negative: %s", epochs);
        checkArgument(
                (epochs == 0) == (optimizer instanceof Optimizer.None),
                "epochs must be 0 exactly with optimizer none: %s with %s",
                epochs,
                optimizer);
        if (optimizer instanceof Optimizer.Newton) {
            checkArgument(loss instanceof Loss.CrossEntropy, "newton minimises cross-entropy, not %s", loss);
        }
    }

    /** On cross-entropy, at a constant learning rate, without averaging, with the weights that the data has. */
    public Training(
            Optimizer optimizer, int batchSize, int epochs, Penalty penalty, Clip clip, ClassWeights classWeights) {
        this(
                new Loss.CrossEntropy(),
                optimizer,
                new Schedule.Constant(),
                batchSize,
                epochs,
                penalty,
                clip,
                classWeights,
                new Average.None(),
                SampleWeights.DATA);
    }

    public Training with(Loss changed) {
        return new Training(
                changed, optimizer, schedule, batchSize, epochs, penalty, clip, classWeights, average, sampleWeights);
    }

    public Training with(Optimizer changed, int epochCount) {
        return new Training(
                loss, changed, schedule, batchSize, epochCount, penalty, clip, classWeights, average, sampleWeights);
    }

    public Training with(Schedule changed) {
        return new Training(
                loss, optimizer, changed, batchSize, epochs, penalty, clip, classWeights, average, sampleWeights);
    }

    public Training withBatchSize(int changed) {
        return new Training(
                loss, optimizer, schedule, changed, epochs, penalty, clip, classWeights, average, sampleWeights);
    }

    public Training with(Penalty changed) {
        return new Training(
                loss, optimizer, schedule, batchSize, epochs, changed, clip, classWeights, average, sampleWeights);
    }

    public Training with(Clip changed) {
        return new Training(
                loss, optimizer, schedule, batchSize, epochs, penalty, changed, classWeights, average, sampleWeights);
    }

    public Training with(ClassWeights changed) {
        return new Training(
                loss, optimizer, schedule, batchSize, epochs, penalty, clip, changed, average, sampleWeights);
    }

    public Training with(Average changed) {
        return new Training(
                loss, optimizer, schedule, batchSize, epochs, penalty, clip, classWeights, changed, sampleWeights);
    }

    public Training with(SampleWeights changed) {
        return new Training(
                loss, optimizer, schedule, batchSize, epochs, penalty, clip, classWeights, average, changed);
    }
}
