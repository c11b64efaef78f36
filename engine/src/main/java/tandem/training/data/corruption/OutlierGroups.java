package tandem.training.data.corruption;

import static com.google.common.base.Strings.lenientFormat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import tandem.training.data.Damage;
import tandem.training.data.DataSettingException;

/** Groups of identical inputs with one label that differs, as {@link Outliers.Label} says. */
final class OutlierGroups {
    private final Workpiece work;
    private final int copies;
    private final int[] byDraw;
    private final Draws kind;

    /** An outlier and the examples whose inputs it shares, the first of which gives the inputs. */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    private record Group(int outlier, int[] members) {}

    private OutlierGroups(Workpiece work, int copies) {
        this.work = work;
        this.copies = copies;
        this.byDraw = work.chosen("outliers/choice", work.count());
        this.kind = work.draws("outliers/kind");
    }

    static void make(Workpiece work, int count, int copies) {
        var maker = new OutlierGroups(work, copies);
        var groups = maker.groups(count);
        if (groups.size() < count) {
            int most = groups.size();
            while (maker.groups(most).size() < most) {
                most--;
            }
            throw tooMany(copies, count, most, work.count());
        }
        groups.forEach(maker::apply);
    }

    /** @param most outliers that can be had */
    static DataSettingException tooMany(int copies, int outliers, int most, int exampleCount) {
        return DataSettingException.ofCorruption(
                "outliers.share",
                lenientFormat(
                        "asks for %s outliers among %s examples, each in a group of %s equal inputs; at most %s can be"
                                + " had: choose a share of at most %s, or fewer copies",
                        outliers, exampleCount, copies, most, (double) most / exampleCount));
    }

    /** As many groups as can be had, at most {@code count}. */
    private List<Group> groups(int count) {
        int[] labels = work.draft().labels;
        List<Deque<Integer>> left = new ArrayList<>();
        for (int c = 0; c < work.clean().classCount(); c++) {
            left.add(new ArrayDeque<>());
        }
        for (int rank = byDraw.length - 1; rank >= count; rank--) {
            left.get(labels[byDraw[rank]]).addLast(byDraw[rank]);
        }
        List<Group> groups = new ArrayList<>();
        for (int outlier : Arrays.copyOf(byDraw, count)) {
            var classes = left.stream()
                    .filter(members -> members.size() >= copies - 1)
                    .filter(members -> labels[members.getFirst()] != labels[outlier])
                    .toList();
            if (classes.isEmpty()) {
                return groups;
            }
            var members = classes.get((int) (kind.uniform(work.id(outlier)) * classes.size()));
            int[] taken = new int[copies - 1];
            Arrays.setAll(taken, _ -> members.removeFirst());
            groups.add(new Group(outlier, taken));
        }
        return groups;
    }

    private void apply(Group group) {
        var draft = work.draft();
        int host = group.members[0];
        for (int member : group.members) {
            draft.setFeatures(member, draft.features, host);
            draft.mark(member, Damage.COPY);
        }
        draft.setFeatures(group.outlier, draft.features, host);
        draft.cleanLabels[group.outlier] = draft.cleanLabels[host];
        draft.mark(group.outlier, Damage.INPUTS);
    }
}
