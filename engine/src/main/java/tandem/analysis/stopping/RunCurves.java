package tandem.analysis.stopping;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tandem.tables.EpochsReader;
import tandem.tables.Schemas;

/** Reads epochs.csv run by run; memory holds one run. */
final class RunCurves {
    private static final int VALIDATION = Schemas.SPLITS.indexOf("validation");
    private static final int TEST = Schemas.SPLITS.indexOf("test");

    private final EpochsReader rows;
    private boolean hasRow;

    /** What is kept of a run. */
    record Curves(SplitCurve validation, SplitCurve test) {

        /** Whether there is an epoch to choose, and a test split to score the choice. */
        boolean areComplete() {
            return validation.lastEpoch() >= 1 && validation.lastEpoch() == test.lastEpoch();
        }
    }

    RunCurves(EpochsReader rows) throws IOException {
        this.rows = rows;
        this.hasRow = rows.next();
    }

    /**
     * The curves of a run, empty ones where it has no rows.
     *
     * @param run above the one asked for before, since rows are not read twice
     */
    Curves of(long run) throws IOException {
        List<Growing> splits = new ArrayList<>();
        Schemas.SPLITS.forEach(_ -> splits.add(new Growing()));
        while (hasRow && rows.run() <= run) {
            if (rows.run() == run) {
                splits.get(rows.split()).add(rows);
            }
            hasRow = rows.next();
        }
        return new Curves(splits.get(VALIDATION).curve(), splits.get(TEST).curve());
    }

    private static final class Growing {
        private final ImmutableDoubleArray.Builder losses = ImmutableDoubleArray.builder();
        private final ImmutableDoubleArray.Builder accuracies = ImmutableDoubleArray.builder();
        private final ImmutableIntArray.Builder correct = ImmutableIntArray.builder();

        void add(EpochsReader row) {
            losses.add(row.loss());
            accuracies.add(row.accuracy());
            correct.add(row.correct());
        }

        SplitCurve curve() {
            return new SplitCurve(losses.build(), accuracies.build(), correct.build());
        }
    }
}
