package tandem.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tandem.experiment.data.DataProvider;
import tandem.experiment.plan.Pack;
import tandem.experiment.plan.Plan;
import tandem.tables.ResultFolder;
import tandem.tables.RunColumns;
import tandem.training.kernels.Kernels;

/**
 * Trains a plan and writes the run-level tables. The tables do not depend on the threads, the kernels or the order in which packs end.
 */
public final class Runner implements Closeable {
    private final Plan plan;
    private final DataProvider data;
    private final Kernels kernels;
    private final int threads;
    private final RunColumns columns;
    private final RunSpill spill;
    private final PackTimes times = new PackTimes();

    /**
     * @param folder in which runs are kept until the tables are written, on the disk of the result folder
     */
    public Runner(Plan plan, DataProvider data, Kernels kernels, int threads, ResultFolder folder) throws IOException {
        this.plan = plan;
        this.data = data;
        this.kernels = kernels;
        this.threads = threads;
        this.columns = RunColumnsOfPlan.of(plan);
        this.spill = new RunSpill(folder.target().resolveSibling(""), RunRecorder.resultColumns(columns));
    }

    /**
     * Trains every run.
     *
     * @throws InterruptedException when interrupted; packs in flight are dropped
     * @throws ExecutionException when something other than a run failed; the cause says what
     */
    public void train(Progress progress) throws InterruptedException, ExecutionException {
        long packs = plan.packCount(kernels.lanes());
        var next = new AtomicLong();
        var stopped = new AtomicBoolean();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            workers.add(() -> {
                boolean done = false;
                try {
                    work(number, next, packs, stopped, progress);
                    done = true;
                } finally {
                    if (!done) {
                        stopped.set(true);
                    }
                }
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(threads, named())) {
            for (var future : pool.invokeAll(workers)) {
                future.get();
            }
        }
    }

    /** Takes packs until there are none, or another thread could not go on. */
    private void work(int thread, AtomicLong next, long packs, AtomicBoolean stopped, Progress progress)
            throws IOException {
        var runner = new PackRunner(plan, data, kernels, spill, columns);
        for (long p = next.getAndIncrement(); p < packs && !stopped.get(); p = next.getAndIncrement()) {
            Pack pack = plan.pack(p, kernels.lanes());
            long start = System.nanoTime();
            runner.run(pack);
            times.add(pack, kernels.lanes(), thread, (System.nanoTime() - start) * 1e-9);
            progress.ended(pack.runCount());
        }
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
    public RunCounts write(ResultFolder folder, String command) throws IOException {
        times.write(folder);
        var encoded = RunRecorder.encodedTables(columns, plan.scenario().recording());
        return new RunTables(plan, columns, encoded, spill, command).write(folder);
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
