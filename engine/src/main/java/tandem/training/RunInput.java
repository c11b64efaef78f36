package tandem.training;

import tandem.training.data.PreparedData;
import tandem.training.model.Architecture;
import tandem.training.model.Model;
import tandem.training.optimizer.Training;
import tandem.training.random.RandomStream;

/**
 * All that one run depends on.
 *
 * @param weights stream of the start weights
 * @param order stream of the batch orders; epoch e draws from its part e
 * @param dropout stream of the dropout masks; the i-th dropout of a network (from 0) draws in epoch e from part i of part e
 */
public record RunInput(
        PreparedData data,
        Model model,
        Training training,
        RandomStream weights,
        RandomStream order,
        RandomStream dropout) {

    public Architecture architecture() {
        return Architecture.of(model, data.featureCount(), data.classCount());
    }
}
