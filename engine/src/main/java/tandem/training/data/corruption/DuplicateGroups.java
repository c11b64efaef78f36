package tandem.training.data.corruption;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import tandem.training.data.Damage;
import tandem.training.data.Dose;
import tandem.training.data.ExactCount;
import tandem.training.data.Examples;
import tandem.training.data.PreparedData;
import tandem.training.random.NormalSampler;
import tandem.training.random.RandomStream;

/** Makes groups of copies in all splits, as {@link Duplicates} says. */
final class DuplicateGroups {
    private final Duplicates settings;
    private final Examples train;
    private final RandomStream stream;

    /** Positions in train of the prototypes, group by group. */
    private final int[] prototypes;

    /** The class of the minority of each group; -1 where all agree. */
    private final int[] minority;

    DuplicateGroups(Duplicates settings, PreparedData data, RandomStream stream) {
        this.settings = settings;
        this.train = data.train();
        this.stream = stream;
        var counts = ImmutableMap.copyOf(Maps.transformValues(data.splits(), Examples::count));
        int[] all = IntStream.range(0, train.count()).toArray();
        this.prototypes = byDraw("duplicates/prototype", all, settings.prototypeCount(counts));
        this.minority = new int[prototypes.length];
        Arrays.fill(minority, -1);
        int[] groups = IntStream.range(0, prototypes.length).toArray();
        var ambiguous = Draws.of(stream, "duplicates/ambiguous");
        var kind = Draws.of(stream, "duplicates/kind");
        int ambiguousCount = ExactCount.of(settings.share(), prototypes.length);
        for (int g : Draws.smallest(groups, g -> ambiguous.uniform(prototypeId(g)), ambiguousCount)) {
            int other = (int) (kind.uniform(prototypeId(g)) * (data.classCount() - 1));
            minority[g] = other < label(g) ? other : other + 1;
        }
    }

    private int[] byDraw(String purpose, int[] positions, int count) {
        var draws = Draws.of(stream, purpose);
        return Draws.smallest(positions, i -> draws.uniform(train.ids()[i]), count);
    }

    private int prototypeId(int group) {
        return train.ids()[prototypes[group]];
    }

    private int label(int group) {
        return train.labels()[prototypes[group]];
    }

    /** Fills a split with groups; the dose is the share of its examples with the minority label. */
    Dose apply(Workpiece work) {
        int copies = settings.copies();
        var order = ImmutableIntArray.copyOf(work.chosen("duplicates/position", work.count()));
        int minorityCopies = ExactCount.of(settings.minorityShare(), copies);
        int minorities = 0;
        for (int g = 0; g < work.count() / copies; g++) {
            for (int copy = 0; copy < copies; copy++) {
                boolean isMinority = minority[g] >= 0 && copy >= copies - minorityCopies;
                set(work, order.get(g * copies + copy), g, isMinority ? minority[g] : label(g));
                minorities += isMinority ? 1 : 0;
            }
        }
        double asked = settings.share() * settings.minorityShare();
        return new Dose(asked, (double) minorities / work.count());
    }

    private void set(Workpiece work, int example, int group, int label) {
        var draft = work.draft();
        draft.setFeatures(example, train.features(), prototypes[group]);
        if (settings.jitter() > 0) {
            var normal = new NormalSampler(work.draws("duplicates/jitter").of(work.id(example)));
            for (int f = 0; f < draft.featureCount; f++) {
                draft.features[example * draft.featureCount + f] += settings.jitter() * normal.next();
            }
        }
        draft.labels[example] = label;
        draft.cleanLabels[example] = label;
        draft.mark(example, Damage.COPY);
    }
}
