package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Pack;
import tandem.experiment.plan.Plan;
import tandem.experiment.run.PackRunner.Training;
import tandem.tables.RunColumns.Status;
import tandem.tables.TableSchema;
import tandem.tables.Value;
import tandem.training.RunInput;
import tandem.training.RunResult;
import tandem.training.kernels.Kernels;

/**
 * One run of a plan, trained alone.
 *
 * @param number in the plan
 * @param fields of its row of runs.csv, by column
 * @param message why it failed; empty otherwise
 * @param tables its rows of epochs.csv and of the tables of single examples, as far as the scenario records them
 * @param trained what it was trained on and what came of it; empty where it failed
 */
public record ReplayedRun(
        Plan plan,
        long number,
        ImmutableMap<String, Value> fields,
        String message,
        ImmutableList<RunRows> tables,
        Optional<Trained> trained) {

    /**
     * A run that was trained to its end.
     *
     * @param epochs all its rows of epochs.csv, whatever the scenario records
     * @param epochsSchema their columns
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    public record Trained(RunInput input, RunResult result, byte[] epochs, TableSchema epochsSchema) {}

    /** Trains a run of a plan, in plain loops: with any kernels and any neighbours the bits are the same. */
    public static ReplayedRun of(Plan plan, DataProvider data, long number) throws IOException {
        var columns = RunColumnsOfPlan.of(plan);
        List<RunInput> inputs = new ArrayList<>();
        List<RunResult> results = new ArrayList<>();
        var training = Training.with(Kernels.scalar(1));
        var runner = new PackRunner(
                plan,
                data,
                (in, observer) -> {
                    var out = training.results(in, observer);
                    inputs.addAll(in);
                    results.addAll(out);
                    return out;
                },
                columns);
        var ended = runner.run(new Pack(0, ImmutableLongArray.of(number))).getFirst();
        var header = PlanHeader.of(plan, data);
        var record = new RecordReader(header, header).read(ended.status(), ended.payload());
        var recorder = new RunRecorder(columns, plan.scenario().recording());
        var schema = RunRecorder.encodedTables(plan).getFirst();
        Optional<Trained> trained = ended.status() == Status.FAILED
                ? Optional.empty()
                : Optional.of(new Trained(
                        inputs.getFirst(),
                        results.getFirst(),
                        recorder.allEpochs(
                                number, inputs.getFirst(), results.getFirst().trajectory()),
                        schema));
        return new ReplayedRun(
                plan,
                number,
                new RunFields(plan).of(number, record),
                record.message(),
                RunRecorder.rows(plan, number, record),
                trained);
    }
}
