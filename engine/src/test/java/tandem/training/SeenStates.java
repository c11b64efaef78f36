package tandem.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import tandem.training.data.Split;

/** An observer that keeps everything it is shown. */
final class SeenStates implements EpochObserver {
    private final IntPredicate wanted;
    private final boolean wantsLast;

    /** Epochs at whose end it was asked. */
    final List<Integer> asked = new ArrayList<>();

    final List<Seen> seen = new ArrayList<>();

    /** What was shown at once. */
    record Seen(int run, int epoch, Split split, ExampleStates states) {}

    private SeenStates(IntPredicate wanted, boolean wantsLast) {
        this.wanted = wanted;
        this.wantsLast = wantsLast;
    }

    static SeenStates ofEveryEpoch() {
        return new SeenStates(_ -> true, true);
    }

    static SeenStates ofEpoch(int epoch) {
        return new SeenStates(candidate -> candidate == epoch, false);
    }

    static SeenStates ofLast() {
        return new SeenStates(_ -> false, true);
    }

    @Override
    public boolean wants(int epoch, boolean isLast) {
        asked.add(epoch);
        return wanted.test(epoch) || (wantsLast && isLast);
    }

    @Override
    public void see(int run, int epoch, Split split, ExampleStates states) {
        seen.add(new Seen(run, epoch, split, states));
    }

    /** Of one run, in the order shown. */
    List<Seen> of(int run) {
        return seen.stream().filter(shown -> shown.run == run).toList();
    }
}
