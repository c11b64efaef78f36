package tandem.measures.examples;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import tandem.measures.Outcomes;

/**
 * Attributes the change of the loss of one split of one run over intervals [0, s], [s, 2 s], ..., the last of which may
 * be shorter. Between them it keeps one loss and one bit an example.
 */
public final class AttributionRecorder {
    private final int every;
    private final ImmutableList<ExampleGroup> groups;
    private final ImmutableList.Builder<Interval> intervals = ImmutableList.builder();
    private int epoch = -1;
    private Attribution.@Nullable State state;

    /**
     * The change over some epochs.
     *
     * @param fromEpoch the state at its end is compared with ...
     * @param toEpoch ... the state at the end of this one, which is later
     */
    public record Interval(int fromEpoch, int toEpoch, Attribution attribution) {}

    /**
     * @param every s, epochs from one state to the next; at least 1
     * @param groups of each example of the split
     */
    public AttributionRecorder(int every, ImmutableList<ExampleGroup> groups) {
        checkArgument(every > 0, "every must be positive: %s", every);
        this.every = every;
        this.groups = groups;
    }

    /** Whether an interval begins at the end of this epoch; the last epoch is shown in any case. */
    public boolean wants(int epoch) {
        return epoch % every == 0;
    }

    /**
     * Sees the state at the end of an epoch, which ends an interval and begins the next.
     *
     * @param epoch 0, s, 2 s, ... or the last one
     * @throws IllegalArgumentException if epoch 0 or the end of an interval was left out, or the epoch is not later
     *     than the one before
     */
    public void add(int epoch, Outcomes outcomes) {
        checkArgument(
                state == null ? epoch == 0 : epoch > this.epoch && epoch <= this.epoch + every,
                "epoch %s does not follow %s by at most %s",
                epoch,
                this.epoch,
                every);
        if (state != null) {
            intervals.add(new Interval(this.epoch, epoch, Attribution.between(state, outcomes, groups)));
        }
        this.state = Attribution.State.of(outcomes);
        this.epoch = epoch;
    }

    /** The intervals in the order of epochs; none where only epoch 0 was seen. */
    public ImmutableList<Interval> intervals() {
        return intervals.build();
    }
}
