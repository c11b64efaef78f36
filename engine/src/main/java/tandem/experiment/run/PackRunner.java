package tandem.experiment.run;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tandem.experiment.data.DataProvider;
import tandem.experiment.data.ReplicateStreams;
import tandem.experiment.plan.Pack;
import tandem.experiment.plan.Plan;
import tandem.experiment.problem.UnusableInputException;
import tandem.experiment.recording.PackObserver;
import tandem.experiment.scenario.Conditions;
import tandem.experiment.scenario.Purpose;
import tandem.tables.RunColumns;
import tandem.tables.RunColumns.Status;
import tandem.training.EpochObserver;
import tandem.training.NewtonTrainer;
import tandem.training.NoMinimumException;
import tandem.training.PackShape;
import tandem.training.PackTrainer;
import tandem.training.RunInput;
import tandem.training.RunResult;
import tandem.training.data.DataSettingException;
import tandem.training.kernels.Kernels;
import tandem.training.random.RandomStream;

/** Prepares, trains and records the runs of one pack after another. One thread's own. */
final class PackRunner {
    private final Plan plan;
    private final DataProvider data;
    private final Training training;
    private final RunRecorder recorder;

    PackRunner(Plan plan, DataProvider data, Training training, RunColumns columns) {
        this.plan = plan;
        this.data = data;
        this.training = training;
        this.recorder = new RunRecorder(columns, plan.scenario().recording());
    }

    /** Trains inputs that share a pack; in tests, something that fails. */
    interface Training {
        ImmutableList<RunResult> results(List<RunInput> inputs, EpochObserver observer);

        static Training with(Kernels kernels) {
            return (inputs, observer) -> PackShape.of(inputs.getFirst()).trainsInLanes()
                    ? PackTrainer.train(inputs, kernels, observer)
                    : ImmutableList.of(NewtonTrainer.train(inputs.getFirst(), observer));
        }
    }

    /**
     * A run that ended, by its number.
     *
     * @param payload its record
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    record Ended(long run, Status status, byte[] payload) {
        static Ended of(long run, RunRecord record) throws IOException {
            return new Ended(run, record.status(), RunRecordBytes.of(record));
        }
    }

    /** A run by its number, with what it needs. */
    private record Numbered(long run, RunInput input) {}

    /** Trains the pack; a run that cannot be trained is recorded as failed and stops no other. */
    ImmutableList<Ended> run(Pack pack) throws IOException {
        var ready = new ArrayList<Numbered>();
        var ended = ImmutableList.<Ended>builder();
        int replicates = plan.scenario().replicates().count();
        long resolved = -1;
        Conditions conditions = null;
        for (int i = 0; i < pack.runs().length(); i++) {
            long run = pack.runs().get(i);
            long cell = run / replicates;
            if (conditions == null || cell != resolved) {
                conditions = plan.scenario().cell(cell).conditions();
                resolved = cell;
            }
            try {
                ready.add(new Numbered(run, input(conditions, run % replicates)));
            } catch (RuntimeException e) {
                ended.add(failure(run, e));
            }
        }
        if (!ready.isEmpty()) {
            ended.addAll(train(ready));
        }
        return ended.build();
    }

    private RunInput input(Conditions conditions, long replicate) {
        var replicates = plan.scenario().replicates();
        var streams = new ReplicateStreams(
                replicates.streamOf(Purpose.DATA, replicate),
                stream(Purpose.DATA, replicate),
                stream(Purpose.SPLIT, replicate),
                stream(Purpose.CORRUPTION, replicate));
        return new RunInput(
                data.prepared(conditions.data(), streams),
                conditions.model(),
                conditions.training(),
                stream(Purpose.WEIGHTS, replicate),
                stream(Purpose.ORDER, replicate),
                stream(Purpose.DROPOUT, replicate));
    }

    private RandomStream stream(Purpose purpose, long replicate) {
        var scenario = plan.scenario();
        return RandomStream.of(
                scenario.seed(), purpose.key(), scenario.replicates().streamOf(purpose, replicate));
    }

    /** Together where that goes well; otherwise each apart, so that a run's failure is its own. */
    private ImmutableList<Ended> train(List<Numbered> runs) throws IOException {
        var ended = ImmutableList.<Ended>builder();
        try {
            var inputs = runs.stream().map(Numbered::input).toList();
            var observer = new PackObserver(plan.scenario().recording(), inputs);
            var results = training.results(inputs, observer);
            for (int i = 0; i < runs.size(); i++) {
                var run = runs.get(i);
                ended.add(Ended.of(run.run, recorder.record(run.input, results.get(i), observer.run(i))));
            }
            return ended.build();
        } catch (RuntimeException e) {
            if (runs.size() == 1) {
                return ImmutableList.of(failure(runs.getFirst().run, e));
            }
            var apart = ImmutableList.<Ended>builder();
            for (var run : runs) {
                apart.addAll(train(List.of(run)));
            }
            return apart.build();
        }
    }

    private Ended failure(long run, RuntimeException e) throws IOException {
        return Ended.of(run, recorder.failure(sentence(e)));
    }

    /** What a run's settings or data brought about, in its own words; anything else is a fault of Tandem, with its place. */
    private static String sentence(RuntimeException e) {
        boolean expected = e instanceof DataSettingException
                || e instanceof UnusableInputException
                || e instanceof NoMinimumException
                || e instanceof IllegalArgumentException;
        String message = e.getMessage();
        if (expected && message != null && !message.isBlank()) {
            return message;
        }
        var trace = e.getStackTrace();
        return "an internal error, please report it: " + e + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
