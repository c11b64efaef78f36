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
    private final Kernels kernels;
    private final RunSpill spill;
    private final RunRecorder recorder;

    PackRunner(Plan plan, DataProvider data, Kernels kernels, RunSpill spill, RunColumns columns) {
        this.plan = plan;
        this.data = data;
        this.kernels = kernels;
        this.spill = spill;
        this.recorder = new RunRecorder(columns, plan.scenario().recording());
    }

    /** A run by its number, with what it needs. */
    private record Numbered(long run, RunInput input) {}

    /** Trains the pack; a run that cannot be trained is recorded as failed and stops no other. */
    void run(Pack pack) throws IOException {
        var ready = new ArrayList<Numbered>();
        int replicates = plan.scenario().replicates().count();
        long resolved = -1;
        Conditions conditions = null;
        for (long i = pack.firstRun(); i < pack.firstRun() + pack.runCount(); i++) {
            long cell = pack.shape().cells().get((int) (i / replicates));
            if (conditions == null || cell != resolved) {
                conditions = plan.scenario().cell(cell).conditions();
                resolved = cell;
            }
            long replicate = i % replicates;
            long run = cell * replicates + replicate;
            try {
                ready.add(new Numbered(run, input(conditions, replicate)));
            } catch (RuntimeException e) {
                spill.put(run, recorder.failure(sentence(e)));
            }
        }
        if (!ready.isEmpty()) {
            train(ready);
        }
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
                stream(Purpose.ORDER, replicate));
    }

    private RandomStream stream(Purpose purpose, long replicate) {
        var scenario = plan.scenario();
        return RandomStream.of(
                scenario.seed(), purpose.key(), scenario.replicates().streamOf(purpose, replicate));
    }

    /** Together where that goes well; otherwise each apart, so that a run's failure is its own. */
    private void train(List<Numbered> runs) throws IOException {
        try {
            var inputs = runs.stream().map(Numbered::input).toList();
            var observer = new PackObserver(plan.scenario().recording(), inputs);
            var results = results(inputs, observer);
            for (int i = 0; i < runs.size(); i++) {
                var run = runs.get(i);
                spill.put(run.run, recorder.record(run.run, run.input, results.get(i), observer.run(i)));
            }
        } catch (RuntimeException e) {
            if (runs.size() == 1) {
                spill.put(runs.getFirst().run, recorder.failure(sentence(e)));
                return;
            }
            for (var run : runs) {
                train(List.of(run));
            }
        }
    }

    private ImmutableList<RunResult> results(List<RunInput> inputs, EpochObserver observer) {
        boolean inLanes = PackShape.of(inputs.getFirst()).trainsInLanes();
        return inLanes
                ? PackTrainer.train(inputs, kernels, observer)
                : ImmutableList.of(NewtonTrainer.train(inputs.getFirst(), observer));
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
