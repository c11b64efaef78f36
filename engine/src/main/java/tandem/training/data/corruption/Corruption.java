package tandem.training.data.corruption;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableTable;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import tandem.training.data.Ambiguity;
import tandem.training.data.Dose;
import tandem.training.data.Examples;
import tandem.training.data.Mechanism;
import tandem.training.data.PreparedData;
import tandem.training.data.Split;
import tandem.training.data.Treatment;
import tandem.training.random.RandomStream;

/**
 * Everything done to prepared data on purpose, in the order of the components. Mechanisms replace examples, never add any; each has random streams
 * of its own, so that none moves another's choices. What follows duplicates takes them for the clean data.
 */
public record Corruption(
        Optional<Duplicates> duplicates,
        Optional<Shift> shift,
        Optional<FeatureNoise> featureNoise,
        Optional<Outliers> outliers,
        Optional<LabelNoise> labelNoise) {

    /** Leaves data alone. */
    public static final Corruption NONE =
            new Corruption(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether random numbers matter. */
    public boolean isByChance() {
        boolean shifts = shift.isPresent() && shift.get().kind() == Shift.Kind.PRIOR;
        return shifts
                || duplicates.isPresent()
                || featureNoise.isPresent()
                || outliers.isPresent()
                || labelNoise.isPresent();
    }

    /** Whether labels may differ from the clean ones. */
    public boolean changesLabels() {
        return outliers.isPresent() || labelNoise.isPresent();
    }

    /** The splits, whether they exist or not, in which labels may differ from the clean ones. */
    public ImmutableSet<Split> splitsWithChangedLabels() {
        var splits = ImmutableSet.<Split>builder();
        outliers.ifPresent(all -> splits.addAll(all.splits()));
        labelNoise.ifPresent(all -> splits.addAll(all.splits()));
        return splits.build();
    }

    /** Whether identical inputs may get different labels. */
    public boolean isAmbiguous() {
        return duplicates.isPresent() || (outliers.isPresent() && outliers.get() instanceof Outliers.Label);
    }

    /** The mechanisms at work, and in which splits, whether these exist or not. */
    public ImmutableSetMultimap<Mechanism, Split> mechanisms() {
        var mechanisms = ImmutableSetMultimap.<Mechanism, Split>builder();
        duplicates.ifPresent(all -> mechanisms.putAll(Mechanism.DUPLICATES, all.splits()));
        shift.ifPresent(all -> mechanisms.putAll(Mechanism.SHIFT, all.splits()));
        featureNoise.ifPresent(all -> mechanisms.putAll(Mechanism.FEATURE_NOISE, all.splits()));
        outliers.ifPresent(all -> mechanisms.putAll(Mechanism.OUTLIERS, all.splits()));
        labelNoise.ifPresent(all -> mechanisms.putAll(Mechanism.LABEL_NOISE, all.splits()));
        return mechanisms.build();
    }

    /**
     * Checks the settings against what is known of the data before it is drawn.
     *
     * @throws tandem.training.data.DataSettingException if they do not fit
     */
    public void check(ImmutableList<String> classNames, int featureCount, ImmutableMap<Split, Integer> exampleCounts) {
        duplicates.ifPresent(all -> all.prototypeCount(exampleCounts));
        shift.ifPresent(all -> all.check(classNames, featureCount));
        outliers.ifPresent(all -> exampleCounts.forEach((split, count) -> {
            if (all.splits().contains(split)) {
                all.check(count);
            }
        }));
        labelNoise.ifPresent(noise -> noise.check(classNames));
    }

    /**
     * Checks the settings against how many examples of each class the splits have, where that is known before.
     *
     * @param classSizes before corruption; splits may be missing
     * @throws tandem.training.data.DataSettingException if a split lacks what a setting needs, whatever is drawn
     */
    public void checkClasses(ImmutableList<String> classNames, ImmutableMap<Split, ImmutableIntArray> classSizes) {
        classSizes.forEach((split, sizes) -> {
            if (duplicates.isPresent() && duplicates.get().splits().contains(split)) {
                return; // Which prototypes are copied is chance.
            }
            boolean isShifted = shift.isPresent() && shift.get().splits().contains(split);
            if (isShifted) {
                shift.get().checkClasses(classNames, sizes);
            }
            boolean hasSizes = !isShifted || shift.get().kind() != Shift.Kind.PRIOR;
            if (hasSizes && outliers.isPresent() && outliers.get().splits().contains(split)) {
                outliers.get().checkClasses(sizes);
            }
        });
    }

    /**
     * The data after corruption.
     *
     * @param stream of the purpose corruption
     * @throws tandem.training.data.DataSettingException if the data cannot satisfy a setting
     */
    public PreparedData of(PreparedData data, RandomStream stream) {
        if (mechanisms().isEmpty()) {
            return data;
        }
        var corrupted = changed(copied(data, stream), stream);
        if (!isAmbiguous()) {
            return corrupted;
        }
        boolean near = duplicates.isPresent() && duplicates.get().jitter() > 0;
        var exact = near ? withExactCopies().of(data, stream) : corrupted;
        var ambiguities = ImmutableMap.<Split, Ambiguity>builder();
        exact.splits().forEach((split, examples) -> ambiguities.put(split, Ambiguity.of(examples, data.classCount())));
        var doses = corrupted.treatment().doses();
        return corrupted.treated(corrupted.splits(), new Treatment(doses, ambiguities.buildOrThrow()));
    }

    private Corruption withExactCopies() {
        return new Corruption(duplicates.map(Duplicates::exact), shift, featureNoise, outliers, labelNoise);
    }

    private PreparedData copied(PreparedData data, RandomStream stream) {
        if (duplicates.isEmpty()) {
            return data;
        }
        var groups = new DuplicateGroups(duplicates.get(), data, stream);
        var clean = new CleanData(data);
        var stage = new Stage(data);
        data.splits().forEach((split, examples) -> {
            var work = new Workpiece(split, Draft.of(examples), clean, stream);
            if (duplicates.get().splits().contains(split)) {
                stage.doses.put(Mechanism.DUPLICATES, split, groups.apply(work));
            }
            stage.splits.put(split, work.draft().toExamples());
        });
        return stage.result();
    }

    private PreparedData changed(PreparedData data, RandomStream stream) {
        var clean = new CleanData(data);
        var stage = new Stage(data);
        data.splits().forEach((split, examples) -> {
            var work = new Workpiece(split, Draft.of(examples), clean, stream);
            shift.filter(all -> all.splits().contains(split))
                    .ifPresent(all -> stage.doses.put(Mechanism.SHIFT, split, all.apply(work)));
            featureNoise
                    .filter(all -> all.splits().contains(split))
                    .ifPresent(all -> stage.doses.put(Mechanism.FEATURE_NOISE, split, all.apply(work)));
            outliers.filter(all -> all.splits().contains(split))
                    .ifPresent(all -> stage.doses.put(Mechanism.OUTLIERS, split, OutlierMaker.apply(all, work)));
            labelNoise
                    .filter(all -> all.splits().contains(split))
                    .ifPresent(all -> stage.doses.put(Mechanism.LABEL_NOISE, split, LabelFlips.apply(all, work)));
            stage.splits.put(split, work.draft().toExamples());
        });
        return stage.result();
    }

    /** The splits and doses of a stage in the making. */
    private static final class Stage {
        private final PreparedData before;
        private final ImmutableMap.Builder<Split, Examples> splits = ImmutableMap.builder();
        private final ImmutableTable.Builder<Mechanism, Split, Dose> doses = ImmutableTable.builder();

        Stage(PreparedData before) {
            this.before = before;
            doses.putAll(before.treatment().doses());
        }

        PreparedData result() {
            var done = new Treatment(doses.buildOrThrow(), before.treatment().ambiguities());
            return before.treated(splits.buildOrThrow(), done);
        }
    }
}
