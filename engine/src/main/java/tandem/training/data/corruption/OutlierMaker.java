package tandem.training.data.corruption;

import tandem.training.data.Dose;
import tandem.training.data.ExactCount;

/** Puts outliers into one split, as {@link Outliers} says. */
final class OutlierMaker {
    private OutlierMaker() {}

    static Dose apply(Outliers outliers, Workpiece work) {
        int count = ExactCount.of(outliers.share(), work.count());
        switch (outliers) {
            case Outliers.Label(double _, int copies, var _) -> OutlierGroups.make(work, count, copies);
            case Outliers.Leverage(double _, double distance, var _) -> LeveragePoints.make(work, count, distance);
        }
        return new Dose(outliers.share(), (double) count / work.count());
    }
}
