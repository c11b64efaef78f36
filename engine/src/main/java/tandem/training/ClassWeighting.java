package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.SampleWeights;

/** The weight of each class, and with it of each train example, in the objective of a run. */
public final class ClassWeighting {

    private ClassWeighting() {}

    /** Weight of each train example: its own, if it counts, times that of its class as training sees it; empty for none. */
    public static double[] ofExamples(RunInput run) {
        Examples train = run.data().train();
        double[] own = run.training().sampleWeights() == SampleWeights.DATA ? train.weights() : new double[0];
        double[] ofClasses = of(run.training().classWeights(), run.data());
        if (ofClasses.length == 0) {
            return own;
        }
        double[] weights = new double[train.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = ofClasses[train.labels()[i]] * (own.length > 0 ? own[i] : 1);
        }
        return weights;
    }

    /**
     * One weight a class, in class order; empty for none.
     *
     * @throws IllegalArgumentException if a class is absent from a balanced train split, or names do not match
     */
    private static double[] of(ClassWeights weights, PreparedData data) {
        return switch (weights) {
            case ClassWeights.None none -> new double[0];
            case ClassWeights.Balanced balanced -> balanced(data.train(), data.classNames());
            case ClassWeights.Given given -> given(given, data.classNames());
        };
    }

    private static double[] balanced(Examples train, ImmutableList<String> classNames) {
        int[] counts = new int[classNames.size()];
        for (int label : train.labels()) {
            counts[label]++;
        }
        double[] weights = new double[counts.length];
        checkSizes(new ClassWeights.Balanced(), classNames, ImmutableIntArray.copyOf(counts));
        for (int c = 0; c < counts.length; c++) {
            weights[c] = (double) train.count() / ((double) counts.length * counts[c]);
        }
        return weights;
    }

    /**
     * Checks that balanced weights have every class.
     *
     * @param sizes examples of each class of the train split
     * @throws IllegalArgumentException if there is none of a class
     */
    public static void checkSizes(ClassWeights weights, ImmutableList<String> classNames, ImmutableIntArray sizes) {
        if (weights instanceof ClassWeights.Balanced) {
            for (int c = 0; c < sizes.length(); c++) {
                checkArgument(
                        sizes.get(c) > 0,
                        "balanced class weights need every class in the train split and '%s' is absent; train on more"
                                + " examples, split stratified, or give the weights",
                        classNames.get(c));
            }
        }
    }

    /**
     * Checks that given weights name the data's classes, each once.
     *
     * @throws IllegalArgumentException if a name is unknown or missing
     */
    public static void checkNames(ClassWeights weights, ImmutableList<String> classNames) {
        if (weights instanceof ClassWeights.Given given) {
            for (String name : given.weights().keySet()) {
                checkArgument(
                        classNames.contains(name),
                        "class_weights names '%s', which is no class; the data's classes are %s",
                        name,
                        classNames);
            }
            for (String name : classNames) {
                checkArgument(
                        given.weights().containsKey(name),
                        "class_weights gives no weight to class '%s'; the data's classes are %s",
                        name,
                        classNames);
            }
        }
    }

    private static double[] given(ClassWeights.Given given, ImmutableList<String> classNames) {
        checkNames(given, classNames);
        return classNames.stream()
                .mapToDouble(name -> requireNonNull(given.weights().get(name)))
                .toArray();
    }
}
