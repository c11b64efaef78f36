package tandem.experiment.run;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tandem.experiment.data.DataProvider;
import tandem.experiment.journal.Journal;
import tandem.experiment.journal.JournalRecord;
import tandem.experiment.journal.JournalWriter;
import tandem.experiment.plan.Pack;
import tandem.experiment.plan.Plan;
import tandem.experiment.plan.Schedule;
import tandem.experiment.run.PackRunner.Ended;
import tandem.experiment.run.PackRunner.Training;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFolder;
import tandem.tables.RunColumns;
import tandem.tables.RunColumns.Status;
import tandem.training.kernels.Kernels;

/**
 * Trains those runs of a plan that the journal of its folder does not hold, and writes the run-level tables from the journal. The tables do not depend on the
 * threads, the kernels, the order in which packs end, or on how often training was stopped and continued.
 */
public final class Runner {
    private final Plan plan;
    private final DataProvider data;
    private final Kernels kernels;
    private final int threads;
    private final RunOptions options;
    private final RunColumns columns;
    private final PackTimes times = new PackTimes();
    private final AtomicLong failures = new AtomicLong();
    private final Optional<BitSet> shard;
    private RunJournal journal;

    /** When to begin no more packs, by the clock of {@link System#nanoTime}. */
    private long until;

    /**
     * A runner that continues what the folder holds.
     *
     * @throws RefusedFolderException if it holds runs that are not the plan's
     */
    public Runner(Plan plan, DataProvider data, Kernels kernels, int threads, ResultFolder folder)
            throws IOException, RefusedFolderException {
        this(plan, data, kernels, threads, folder, RunOptions.DEFAULT);
    }

    /**
     * The same with options.
     *
     * @throws RefusedFolderException if the folder holds runs that are not the plan's, and they are not to be forgotten
     */
    public Runner(Plan plan, DataProvider data, Kernels kernels, int threads, ResultFolder folder, RunOptions options)
            throws IOException, RefusedFolderException {
        this.plan = plan;
        this.data = data;
        this.kernels = kernels;
        this.threads = threads;
        this.options = options;
        this.columns = RunColumnsOfPlan.of(plan);
        this.shard = options.limits().shard().map(part -> part.runs(plan));
        if (options.force()) {
            forget(folder);
        }
        this.journal = RunJournal.open(plan, data, folder.target());
    }

    /** Deletes the runs that a folder holds; the caller holds its lock. */
    public static void forget(ResultFolder folder) throws IOException {
        Journal.in(folder.target()).delete();
    }

    /** What the journal holds: before {@link #train} of earlier executions, afterwards of this one too. */
    public RunJournal journal() {
        return journal;
    }

    /** Whether {@link #train} has trained every run. */
    public boolean isComplete() {
        return journal.count() == plan.runCount();
    }

    /** Runs that failed in this execution. */
    public long failures() {
        return failures.get();
    }

    /** Runs of the plan, or of its shard, that are not done. */
    public long missingCount() {
        long missing = 0;
        for (long run = 0; run < plan.runCount(); run++) {
            missing += isOurs(run) && !journal.has(run) ? 1 : 0;
        }
        return missing;
    }

    private boolean isOurs(long run) {
        return shard.isEmpty() || shard.get().get((int) run);
    }

    private boolean wants(long run) {
        return isOurs(run) && wantsAtAll(run);
    }

    private boolean wantsAtAll(long run) {
        return !journal.has(run) || (options.retryFailed() && journal.status(run) == Status.FAILED);
    }

    /**
     * Trains every run that is missing, as far as the limits let it, or until too many have failed.
     *
     * @throws InterruptedException when interrupted, after the packs in flight; the runs that ended are in the journal
     * @throws ExecutionException when something other than a run failed; the cause says what
     * @throws IOException when the journal cannot be read back
     */
    public void train(Progress progress)
            throws InterruptedException, ExecutionException, IOException, RefusedFolderException {
        train(progress, Training.with(kernels));
    }

    void train(Progress progress, Training training)
            throws InterruptedException, ExecutionException, IOException, RefusedFolderException {
        var schedule =
                Schedule.of(plan, kernels.lanes(), this::wants, options.limits().mostRuns());
        if (schedule.runCount() == 0) {
            return;
        }
        until = System.nanoTime() + options.limits().time().toNanos();
        var next = new AtomicLong();
        var stopped = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(threads, named())) {
            List<Future<?>> workers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                var worker = new Worker(thread, schedule, next, stopped, progress, training);
                workers.add(pool.submit(worker::run));
            }
            try {
                for (var worker : workers) {
                    worker.get();
                }
            } finally {
                stopped.set(true);
            }
        }
        journal = journal.again();
    }

    /** Takes packs until there are none, or all are to stop. Never interrupted: what it has begun it puts into the journal whole. */
    private final class Worker {
        private final int thread;
        private final Schedule schedule;
        private final AtomicLong next;
        private final AtomicBoolean stopped;
        private final Progress progress;
        private final Training training;

        Worker(
                int thread,
                Schedule schedule,
                AtomicLong next,
                AtomicBoolean stopped,
                Progress progress,
                Training training) {
            this.thread = thread;
            this.schedule = schedule;
            this.next = next;
            this.stopped = stopped;
            this.progress = progress;
            this.training = training;
        }

        Object run() throws IOException {
            var runner = new PackRunner(plan, data, training, columns);
            boolean done = false;
            try (var writer = journal.writer()) {
                while (!stopped.get() && System.nanoTime() - until < 0) {
                    long number = next.getAndIncrement();
                    if (number >= schedule.packCount()) {
                        break;
                    }
                    train(schedule.pack(number), runner, writer);
                }
                done = true;
            } finally {
                if (!done) {
                    stopped.set(true);
                }
            }
            return done;
        }

        private void train(Pack pack, PackRunner runner, JournalWriter writer) throws IOException {
            long start = System.nanoTime();
            var ended = runner.run(pack);
            writer.append(records(ended));
            times.add(pack, kernels.lanes(), thread, (System.nanoTime() - start) * 1e-9);
            int failed = (int)
                    ended.stream().filter(run -> run.status() == Status.FAILED).count();
            if (failures.addAndGet(failed) >= options.mostFailures()) {
                stopped.set(true);
            }
            progress.ended(ended.size(), failed);
        }
    }

    private ImmutableList<JournalRecord> records(ImmutableList<Ended> ended) {
        return ended.stream()
                .map(run -> new JournalRecord(journal.key(run.run()), run.status(), run.payload()))
                .collect(ImmutableList.toImmutableList());
    }

    private static ThreadFactory named() {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "tandem-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Writes cells.csv, runs.csv, errors.csv, timings.csv and the tables encoded meanwhile of a trained plan. */
    public RunCounts write(ResultFolder folder) throws IOException {
        checkState(isComplete(), "not every run is trained");
        times.write(folder);
        var encoded = RunRecorder.encodedTables(columns, plan.scenario().recording());
        try (var records = journal.records()) {
            return new RunTables(plan, columns, encoded, records).write(folder);
        }
    }
}
