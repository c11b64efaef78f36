package tandem.training;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import tandem.training.kernels.Kernels;

/** In which order a run sees its train split. */
public final class BatchOrders {
    private BatchOrders() {}

    /**
     * The example, by its position in the train split, at each position of an epoch; batches are taken from the front. Where an epoch has one batch, the
     * split stays as it is.
     *
     * @param epoch from 1
     */
    public static int[] of(RunInput run, int epoch) {
        int count = run.data().train().count();
        if (run.training().batchSize() >= count) {
            return IntStream.range(0, count).toArray();
        }
        var order = new BatchOrder(
                ImmutableList.of(run.order()), count, 1, Kernels.scalar(1).order());
        order.shuffle(epoch);
        return order.elements;
    }
}
