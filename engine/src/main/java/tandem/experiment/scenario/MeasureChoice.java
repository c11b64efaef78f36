package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import tandem.measures.CouplingMeasure;
import tandem.measures.Detail;
import tandem.measures.Measure;
import tandem.measures.Measures;

/**
 * Which measures of a split runs.csv has.
 *
 * @param detail the measures that names are chosen from
 * @param names columns without the split's name; empty for all of them
 */
public record MeasureChoice(Detail detail, ImmutableSet<String> names) {
    static final MeasureChoice DEFAULT = new MeasureChoice(Detail.DEFAULT, ImmutableSet.of());

    /** Those by name, of all there are. */
    static MeasureChoice named(ImmutableSet<String> names) {
        return new MeasureChoice(Detail.ALL, names);
    }

    /** The measures of a trajectory and of its last state that are taken of a run. */
    public ImmutableList<Measure> of(int epochCount, int classCount) {
        return Measures.of(epochCount, classCount, detail).stream()
                .filter(this::has)
                .collect(ImmutableList.toImmutableList());
    }

    public boolean has(Measure measure) {
        return names.isEmpty() || names.contains(measure.column());
    }

    /** Whether one is taken that costs about as much as training. */
    public boolean isDear() {
        return ImmutableList.copyOf(CouplingMeasure.values()).stream()
                .anyMatch(measure -> detail == Detail.ALL && has(measure));
    }
}
