package tandem.benchmarks.figures;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tandem.benchmarks.KernelSet;
import tandem.benchmarks.Orders;
import tandem.benchmarks.Work;
import tandem.benchmarks.figures.Subject.Program;
import tandem.benchmarks.figures.Subject.Reading;
import tandem.benchmarks.figures.Subject.Timed;
import tandem.benchmarks.figures.Subject.Trial;

/** The two works: core, C++ twin, plain loops, two threads and whole runs; and how soon a small fit answers. */
final class Works {
    private static final String PER_CPU = "models / CPU-s";
    private static final Pattern TWIN_FIGURE = Pattern.compile("models per CPU-second ([0-9.]+)");
    private static final String ANSWER = "`./tandem run scenarios/illustration-1-fit.yaml`";

    private final ImmutableList.Builder<Subject> subjects = ImmutableList.builder();
    private final ImmutableList.Builder<Line> lines = ImmutableList.builder();
    private final Path root;

    private Works(Path root) {
        this.root = root;
    }

    static Group.Contents contents(Path root) {
        var works = new Works(root);
        works.work(Work.SMALL, "lane-4-8-3", 0.65);
        works.work(Work.LARGE, "lane-20-32-2", 1.2);
        works.answer();
        return new Group.Contents(works.subjects.build(), works.lines.build());
    }

    /** Core and C++ twin next to each other, so that whatever else the machine does meets both. */
    private void work(Work work, String program, double twinShare) {
        String name = work.networkName() + ", ";
        core(work, name + "core", KernelSet.VECTOR, Orders.OWN);
        subjects.add(new Program(
                name + "C++ twin", ImmutableList.of(Group.program(root, program).toString()), TWIN_FIGURE));
        core(work, name + "core, lanes of one replicate", KernelSet.VECTOR, Orders.SHARED);
        core(work, name + "plain loops over lanes", KernelSet.SCALAR_LANES, Orders.OWN);
        core(work, name + "plain loops, one run", KernelSet.SCALAR_ONE, Orders.OWN);
        subjects.add(trial(work, name + "core, two threads", "WorkBenchmark.train", KernelSet.VECTOR, Orders.OWN, 2));
        endToEnd(work, name);
        lines.add(new Line.Plain(name + "core", PER_CPU));
        lines.add(new Line.Plain(name + "C++ twin", PER_CPU));
        lines.add(new Line.Quotient(name + "core / C++ twin", name + "core", name + "C++ twin", twinShare));
        lines.add(new Line.Plain(name + "core, lanes of one replicate", PER_CPU));
        lines.add(new Line.Plain(name + "plain loops over lanes", PER_CPU));
        lines.add(new Line.Plain(name + "plain loops, one run", PER_CPU));
        lines.add(new Line.Quotient(
                name + "core / plain loops, one run", name + "core", name + "plain loops, one run", 0));
        lines.add(new Line.Quotient(
                name + "core, two threads / one", name + "core, two threads" + wall(), name + "core" + wall(), 1.9));
        lines.add(new Line.Plain(name + "`run`", PER_CPU));
        lines.add(new Line.Plain(name + "bare core on the same runs", PER_CPU));
        lines.add(new Line.Quotient(
                name + "`run` / bare core", name + "`run`", name + "bare core on the same runs", 0.8));
        lines.add(new Line.Quotient(
                name + "`run` on two threads / one",
                name + "`run` on two threads" + wall(),
                name + "`run`" + wall(),
                1.9));
    }

    /** The convolutional network, beside PyTorch training the same one at a time. */
    static Group.Contents images(Path root) {
        var works = new Works(root);
        String script = root.resolve("benchmarks/reference/pytorch_cnn.py").toString();
        for (String batch : ImmutableList.of("16", "32")) {
            String core = "batches of " + batch + ", core";
            var parameters = ImmutableMap.of("kernelSet", "VECTOR", "batch", batch);
            works.subjects.add(new Trial(core, "ImageBenchmark.train", parameters, 1, readings(core)));
            works.lines.add(new Line.Plain(core, PER_CPU));
            for (String precision : ImmutableList.of("float32", "float64")) {
                works.peer(batch, core, precision, ImmutableList.of("/usr/bin/python3", script, precision, batch));
            }
        }
        return new Group.Contents(works.subjects.build(), works.lines.build());
    }

    private void peer(String batch, String core, String precision, ImmutableList<String> command) {
        String peer = "batches of " + batch + ", PyTorch one at a time, " + precision;
        subjects.add(new Program(peer, command, TWIN_FIGURE));
        lines.add(new Line.Plain(peer, PER_CPU));
        lines.add(new Line.Quotient("batches of " + batch + ", core / PyTorch " + precision, core, peer, 20));
    }

    /** What the measures of a run cost beside its training. */
    static Group.Contents measures() {
        var works = new Works(Path.of(""));
        for (Work work : Work.values()) {
            String core = work.networkName() + ", core";
            works.core(work, core, KernelSet.VECTOR, Orders.OWN);
            works.lines.add(new Line.Plain(core, PER_CPU));
            works.measured(work, core);
        }
        return new Group.Contents(works.subjects.build(), works.lines.build());
    }

    private void measured(Work work, String core) {
        String name = work.networkName() + ", all default measures";
        var parameters = ImmutableMap.of("work", work.name(), "detail", "DEFAULT");
        subjects.add(new Trial(name, "MeasuresBenchmark.measure", parameters, 1, readings(name)));
        lines.add(new Line.Plain(name, PER_CPU));
        lines.add(new Line.TimeShare(name + " / training, time", name, core, 0.1));
    }

    private static String wall() {
        return ", by the wall clock";
    }

    private void core(Work work, String name, KernelSet kernels, Orders orders) {
        subjects.add(trial(work, name, "WorkBenchmark.train", kernels, orders, 1));
    }

    private static Trial trial(
            Work work, String name, String benchmark, KernelSet kernels, Orders orders, int threads) {
        var parameters = ImmutableMap.of("work", work.name(), "kernelSet", kernels.name(), "orders", orders.name());
        return new Trial(name, benchmark, parameters, threads, readings(name));
    }

    private static ImmutableMap<String, Reading> readings(String name) {
        return ImmutableMap.of(
                name, Reading.quotient("models", "cpuSeconds"), name + wall(), Reading.counter("models"));
    }

    private void endToEnd(Work work, String name) {
        var parameters = ImmutableMap.of("work", work.name());
        ImmutableMap.of("run", "`run`", "bare", "bare core on the same runs", "runOnTwoThreads", "`run` on two threads")
                .forEach((method, shown) -> subjects.add(
                        new Trial(name + shown, "EndToEndBenchmark." + method, parameters, 1, readings(name + shown))));
    }

    private void answer() {
        subjects.add(new Timed(
                ANSWER,
                ImmutableList.of(
                        root.resolve("tandem").toString(),
                        "run",
                        root.resolve("scenarios/illustration-1-fit.yaml").toString(),
                        "--out",
                        root.resolve("benchmarks/target/illustration-1-fit").toString())));
        lines.add(new Line.AtMost(ANSWER, "s", 2));
    }
}
