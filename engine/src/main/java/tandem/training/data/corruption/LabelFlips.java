package tandem.training.data.corruption;

import static java.math.BigDecimal.ZERO;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import tandem.training.data.Damage;
import tandem.training.data.Dose;
import tandem.training.data.ExactCount;
import tandem.training.data.Examples;
import tandem.training.data.LargestRemainders;

/** Gives examples of one split wrong labels, as {@link LabelNoise} says. */
final class LabelFlips {
    private final Draft draft;
    private final int classCount;
    private final Draws choice;
    private final Draws kind;
    private int changed;

    private LabelFlips(Workpiece work) {
        this.draft = work.draft();
        this.classCount = work.clean().classCount();
        this.choice = work.draws("label_noise/choice");
        this.kind = work.draws("label_noise/kind");
    }

    /** @return the share of labels asked for and the one changed */
    static Dose apply(LabelNoise noise, Workpiece work) {
        var flips = new LabelFlips(work);
        double asked = switch (noise) {
            case LabelNoise.Symmetric(double rate, var _) -> flips.symmetric(rate);
            case LabelNoise.Pair pair ->
                flips.pair(pair.rate(), pair.targets(work.clean().data().classNames()));
            case LabelNoise.Matrix(var rows, var _) -> flips.matrix(rows);
            case LabelNoise.NearBoundary(double rate, var _) ->
                flips.nearBoundary(rate, work.origin(), new Boundary(work.clean()));
        };
        return new Dose(asked, (double) flips.changed / work.count());
    }

    private void set(int example, int label) {
        draft.labels[example] = label;
        draft.mark(example, Damage.LABEL);
        changed++;
    }

    private int[] chosen(int[] among, int count) {
        return Draws.smallest(among, i -> choice.uniform(draft.ids()[i]), count);
    }

    private double symmetric(double rate) {
        int[] all = IntStream.range(0, draft.count()).toArray();
        for (int i : chosen(all, ExactCount.of(rate, all.length))) {
            int other = (int) (kind.uniform(draft.ids()[i]) * (classCount - 1));
            set(i, other < draft.labels[i] ? other : other + 1);
        }
        return rate;
    }

    private double pair(double rate, int[] targets) {
        int[] mapped = IntStream.range(0, draft.count())
                .filter(i -> targets[draft.labels[i]] != draft.labels[i])
                .toArray();
        for (int i : chosen(mapped, ExactCount.of(rate, mapped.length))) {
            set(i, targets[draft.labels[i]]);
        }
        return rate * ((double) mapped.length / draft.count()); // the rate itself where all are mapped
    }

    private double matrix(ImmutableList<ImmutableDoubleArray> rows) {
        double asked = 0;
        int[] labels = draft.labels.clone();
        for (int c = 0; c < classCount; c++) {
            int label = c;
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == label)
                    .toArray();
            double rate = othersShare(rows.get(c).get(c));
            int[] flipped = chosen(members, ExactCount.of(rate, members.length));
            asked += rate * members.length / draft.count();
            spread(flipped, rows.get(c), label);
        }
        return asked;
    }

    /** {@code 1 - share} in decimal: in binary 1 - 0.9 is below 0.1. */
    private static double othersShare(double share) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).max(ZERO).doubleValue();
    }

    /** Shares the examples out among the other classes by the order of a second draw. */
    private void spread(int[] flipped, ImmutableDoubleArray row, int label) {
        int[] byKind = Draws.smallest(flipped, i -> kind.uniform(draft.ids()[i]), flipped.length);
        int[] counts = LargestRemainders.of(
                IntStream.range(0, classCount)
                        .mapToDouble(j -> j == label ? 0 : row.get(j))
                        .toArray(),
                flipped.length);
        int next = 0;
        for (int j = 0; j < classCount; j++) {
            for (int left = counts[j]; left > 0; left--) {
                set(byKind[next++], j);
            }
        }
    }

    private double nearBoundary(double rate, Examples clean, Boundary boundary) {
        int[] all = IntStream.range(0, draft.count()).toArray();
        int[] labels = clean.labels();
        int[] at = draft.originals;
        int[] flipped = Draws.smallest(
                all,
                i -> boundary.logKey(clean.features(), at[i], labels[at[i]], choice.uniform(draft.ids()[i])),
                ExactCount.of(rate, all.length));
        for (int i : flipped) {
            set(i, boundary.rival(clean.features(), at[i], labels[at[i]]));
        }
        return rate;
    }
}
