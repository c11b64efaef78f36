package tandem.training;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.optimizer.ClassWeights;

/** The weight of each class of a run. */
final class ClassWeighting {

    private ClassWeighting() {}

    /**
     * One weight a class, in class order; empty for none.
     *
     * @throws IllegalArgumentException if a class is absent from a balanced train split, or names do not match
     */
    static double[] of(ClassWeights weights, PreparedData data) {
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
        for (int c = 0; c < counts.length; c++) {
            checkArgument(
                    counts[c] > 0,
                    "balanced class weights need every class in the train split and '%s' is absent; train on more examples, split stratified, or give the weights",
                    classNames.get(c));
            weights[c] = (double) train.count() / ((double) counts.length * counts[c]);
        }
        return weights;
    }

    private static double[] given(ClassWeights.Given given, ImmutableList<String> classNames) {
        for (String name : given.weights().keySet()) {
            checkArgument(classNames.contains(name), "class_weights names '%s'; the data's classes are %s", name, classNames);
        }
        double[] weights = new double[classNames.size()];
        for (int c = 0; c < weights.length; c++) {
            Double weight = given.weights().get(classNames.get(c));
            checkArgument(weight != null, "class_weights gives no weight to class '%s'; the data's classes are %s", classNames.get(c), classNames);
            weights[c] = weight;
        }
        return weights;
    }
}
