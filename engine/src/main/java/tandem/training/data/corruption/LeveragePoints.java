package tandem.training.data.corruption;

import java.util.stream.IntStream;
import tandem.training.data.Damage;
import tandem.training.data.DataSettingException;

/** Examples far on the wrong side, as {@link Outliers.Leverage} says. */
final class LeveragePoints {
    private LeveragePoints() {}

    static void make(Workpiece work, int count, double distance) {
        var draft = work.draft();
        var kind = work.draws("outliers/kind");
        var means = work.clean().means();
        for (int i : work.chosen("outliers/choice", count)) {
            int label = draft.labels[i];
            int rival = rival(work, label, kind.uniform(work.id(i)));
            double apart = means.distance(label, rival);
            for (int f = 0; f < draft.featureCount; f++) {
                double direction = (means.of(rival)[f] - means.of(label)[f]) / apart;
                draft.features[i * draft.featureCount + f] = means.overall()[f] + distance * direction;
            }
            draft.cleanLabels[i] = rival;
            draft.mark(i, Damage.INPUTS);
        }
    }

    private static int rival(Workpiece work, int label, double draw) {
        var means = work.clean().means();
        int[] rivals = IntStream.range(0, work.clean().classCount())
                .filter(other -> means.has(label) && means.has(other) && means.distance(label, other) > 0)
                .toArray();
        if (rivals.length == 0) {
            throw DataSettingException.ofCorruption(
                    "outliers.kind",
                    "leverage needs classes whose means differ in the train split; choose kind label, or other data");
        }
        return rivals[(int) (draw * rivals.length)];
    }
}
