package tandem.training.data.corruption;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import tandem.training.data.DataSettingException;
import tandem.training.data.Dose;
import tandem.training.data.ExactCount;
import tandem.training.data.Split;

/**
 * Splits that come from another distribution than the rest. With {@code m} the mean of the clean train split and d features:
 *
 * @param intensity what {@link Kind} says; 0 changes nothing
 * @param towards name of the class that becomes more frequent, for {@link Kind#PRIOR}; empty for the first one
 */
public record Shift(Kind kind, double intensity, Optional<String> towards, ImmutableSet<Split> splits) {

    /** In what the distributions differ. */
    public enum Kind {
        /** {@code x + intensity (1, ..., 1) / sqrt(d)}: every example moves by the distance {@code intensity} in one direction. */
        MEAN,
        /** {@code m + (1 + intensity) (x - m)}. */
        SCALE,
        /** Turned by {@code intensity} degrees about m in the planes of features 1 and 2, 3 and 4, ...; a last odd feature stays. */
        ROTATION,
        /**
         * {@code round(intensity r)} of the r examples of other classes, those with the smallest draws, are replaced by copies of examples of one class of the same split, drawn with
         * replacement.
         */
        PRIOR
    }

    public Shift {
        checkArgument(Double.isFinite(intensity), "intensity must be finite: %s", intensity);
    }

    /**
     * Checks what the settings say of the data.
     *
     * @throws DataSettingException if they do not fit
     */
    void check(ImmutableList<String> classNames, int featureCount) {
        if (towards.isPresent() && !classNames.contains(towards.get())) {
            throw DataSettingException.ofCorruption(
                    "shift.class",
                    lenientFormat("is '%s', which is no class; the data's classes are %s", towards.get(), classNames));
        }
        if (kind == Kind.ROTATION && featureCount < 2) {
            throw DataSettingException.ofCorruption(
                    "shift.kind", "rotation needs two features or more and the data has one; choose another kind");
        }
    }

    /**
     * Checks that a split has an example to copy.
     *
     * @param sizes examples of each class of a split
     * @throws DataSettingException if the class that is to become more frequent is not there
     */
    void checkClasses(ImmutableList<String> classNames, ImmutableIntArray sizes) {
        int target = towards.map(classNames::indexOf).orElse(0);
        int others = sizes.stream().sum() - sizes.get(target);
        if (kind == Kind.PRIOR && sizes.get(target) == 0 && ExactCount.of(intensity, others) > 0) {
            throw noDonor(classNames.get(target));
        }
    }

    private static DataSettingException noDonor(String className) {
        return DataSettingException.ofCorruption(
                "shift.class",
                lenientFormat("class '%s' has no example in a split to be shifted; name another class", className));
    }

    Dose apply(Workpiece work) {
        return switch (kind) {
            case MEAN -> mean(work.draft());
            case SCALE -> scale(work.draft(), work.clean().means().overall());
            case ROTATION -> rotation(work.draft(), work.clean().means().overall());
            case PRIOR -> prior(work);
        };
    }

    private Dose mean(Draft draft) {
        double step = intensity / Math.sqrt(draft.featureCount);
        for (int at = 0; at < draft.features.length; at++) {
            draft.features[at] += step;
        }
        return new Dose(intensity, intensity);
    }

    private Dose scale(Draft draft, double[] center) {
        for (int at = 0; at < draft.features.length; at++) {
            double m = center[at % draft.featureCount];
            draft.features[at] = m + (1 + intensity) * (draft.features[at] - m);
        }
        return new Dose(intensity, intensity);
    }

    private Dose rotation(Draft draft, double[] center) {
        double angle = StrictMath.toRadians(intensity);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        int d = draft.featureCount;
        for (int i = 0; i < draft.count(); i++) {
            for (int f = 0; f + 1 < d; f += 2) {
                double x = draft.features[i * d + f] - center[f];
                double y = draft.features[i * d + f + 1] - center[f + 1];
                draft.features[i * d + f] = center[f] + (cosine * x - sine * y);
                draft.features[i * d + f + 1] = center[f + 1] + (sine * x + cosine * y);
            }
        }
        return new Dose(intensity, intensity);
    }

    private Dose prior(Workpiece work) {
        var draft = work.draft();
        var origin = work.origin();
        int target = towards.map(work.clean().data().classNames()::indexOf).orElse(0);
        int[] donors = work.where(i -> origin.labels()[i] == target);
        int[] others = work.where(i -> origin.labels()[i] != target);
        var choice = work.draws("shift/choice");
        var donor = work.draws("shift/donor");
        int[] replaced =
                Draws.smallest(others, i -> choice.uniform(work.id(i)), ExactCount.of(intensity, others.length));
        if (donors.length == 0 && replaced.length > 0) {
            throw noDonor(work.clean().data().classNames().get(target));
        }
        for (int i : replaced) {
            draft.copy(i, donors[(int) (donor.uniform(work.id(i)) * donors.length)]);
        }
        return new Dose(intensity, others.length == 0 ? 0 : (double) replaced.length / others.length);
    }
}
