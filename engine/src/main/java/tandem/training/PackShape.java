package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.model.Architecture;
import tandem.training.model.Layer;
import tandem.training.model.Model;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Optimizer;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.SampleWeights;
import tandem.training.optimizer.Training;

/**
 * What runs must have in common to share a pack: the same operations on arrays of the same sizes. Values that may differ by lane are left out;
 * kinds are in, so that a run goes through the same operations whoever its neighbours are.
 *
 * @param splits examples of each split
 */
public record PackShape(
        Architecture architecture,
        ImmutableMap<Split, Integer> splits,
        int batchSize,
        int epochs,
        Class<?> loss,
        Class<?> optimizer,
        Class<?> schedule,
        Class<?> clip,
        boolean isPenalized,
        boolean penalizesBias,
        boolean isWeighted,
        boolean isAveraged) {

    /**
     * The shape of runs on data of the given sizes.
     *
     * @param hasExampleWeights whether train examples have weights of their own
     */
    public static PackShape of(
            Model model,
            Training training,
            int featureCount,
            int classCount,
            ImmutableMap<Split, Integer> splits,
            boolean hasExampleWeights) {
        Penalty penalty = training.penalty();
        boolean penalized = penalty.l2() > 0 || penalty.l1() > 0;
        return new PackShape(
                Architecture.of(model, featureCount, classCount),
                splits,
                training.batchSize(),
                training.epochs(),
                training.loss().getClass(),
                training.optimizer().getClass(),
                training.schedule().getClass(),
                training.clip().getClass(),
                penalized,
                penalized && penalty.bias(),
                (hasExampleWeights && training.sampleWeights() == SampleWeights.DATA)
                        || !(training.classWeights() instanceof ClassWeights.None),
                !(training.average() instanceof Average.None));
    }

    /** K: a model with one logit tells two classes apart. */
    public int classCount() {
        return architecture.hasOneLogit() ? 2 : architecture.outputCount();
    }

    /**
     * Refuses batches that leave a batch normalization in PyTorch's form a single value of a channel, of which there is no variance that divides by n - 1.
     *
     * @throws IllegalArgumentException in a sentence
     */
    public void checkBatches() {
        int train = splits.getOrDefault(Split.TRAIN, 0);
        int whole = Math.min(batchSize, train);
        boolean leavesOne = epochs > 0 && (whole == 1 || (whole > 1 && train % whole == 1));
        boolean needsTwo = architecture.placed().stream()
                .anyMatch(placed -> placed.layer() instanceof Layer.BatchNormalization layer
                        && layer.form() == Layer.NormalizationForm.PYTORCH
                        && placed.input().positions() == 1);
        checkArgument(
                !leavesOne || !needsTwo,
                "of %s examples a batch of one is left, and batch normalization in the form pytorch needs two values"
                        + " of a channel; choose another batch size or form: keras",
                train);
    }

    /** Whether its runs are trained by {@link PackTrainer}, not one by one by {@link NewtonTrainer}. */
    public boolean trainsInLanes() {
        return optimizer != Optimizer.Newton.class;
    }

    public static PackShape of(RunInput run) {
        PreparedData data = run.data();
        var sizes = ImmutableMap.<Split, Integer>builder();
        data.splits().forEach((split, examples) -> sizes.put(split, examples.count()));
        return of(
                run.model(),
                run.training(),
                data.featureCount(),
                data.classCount(),
                sizes.buildOrThrow(),
                data.train().isWeighted());
    }
}
