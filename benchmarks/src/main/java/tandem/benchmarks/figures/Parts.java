package tandem.benchmarks.figures;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tandem.benchmarks.KernelSet;
import tandem.benchmarks.Remedy;
import tandem.benchmarks.Work;
import tandem.benchmarks.figures.Subject.Program;
import tandem.benchmarks.figures.Subject.Reading;
import tandem.benchmarks.figures.Subject.Trial;

/** What a training is made of: functions, products, steps, and the memory it takes. */
final class Parts {
    private static final ImmutableList<KernelSet> TWINS = ImmutableList.of(KernelSet.SCALAR_LANES, KernelSet.VECTOR);
    private static final ImmutableList<String> SHAPES = ImmutableList.of(
            "5x8x4", "5x3x8", "5x8x3", "4x8x5", "32x8x4", "32x3x8", "32x32x20", "32x2x32", "32x32x2", "20x32x32");

    private final ImmutableList.Builder<Subject> subjects = ImmutableList.builder();
    private final ImmutableList.Builder<Line> lines = ImmutableList.builder();

    private Parts() {}

    static Group.Contents elementary() {
        var parts = new Parts();
        parts.plain("copy", "ns / element", "ElementaryBenchmark.copy", ImmutableMap.of(), Reading.SCORE);
        for (String function : List.of("exp", "log1p", "tanh")) {
            for (String way : List.of("Vector", "Scalar", "StrictMath", "Math")) {
                parts.plain(
                        function + ", " + way,
                        "ns / element",
                        "ElementaryBenchmark." + function + way,
                        ImmutableMap.of(),
                        Reading.SCORE);
            }
        }
        return parts.contents();
    }

    static Group.Contents matrix(Path root) {
        var parts = new Parts();
        String peak = "the core's limit (fma_peak)";
        parts.subjects.add(new Program(
                peak,
                ImmutableList.of(Group.program(root, "fma_peak").toString()),
                Pattern.compile("([0-9.]+) GFLOP/s")));
        parts.lines.add(new Line.Plain(peak, "GFLOP / s"));
        for (String shape : SHAPES) {
            for (KernelSet kernels : TWINS) {
                parts.plain(
                        shape + ", " + kernels,
                        "GFLOP / s",
                        "MatrixBenchmark.multiply",
                        ImmutableMap.of("shape", shape, "kernelSet", kernels.name()),
                        Reading.counter("gigaflops"));
            }
        }
        return parts.contents();
    }

    static Group.Contents step() {
        var parts = new Parts();
        for (Work work : Work.values()) {
            for (KernelSet kernels : TWINS) {
                parts.step(work, kernels);
            }
        }
        return parts.contents();
    }

    /**
     * Epochs with two sizes of validation, and what they say of evaluation and of a step ({@link
     * tandem.benchmarks.StepBenchmark}).
     */
    private void step(Work work, KernelSet kernels) {
        String name = work.networkName() + ", " + kernels + ", ";
        String none = name + "epoch without validation";
        String much = name + "epoch validated on 4 times the trained examples";
        for (var epoch : ImmutableMap.of(none, "0", much, "4").entrySet()) {
            var parameters =
                    ImmutableMap.of("work", work.name(), "kernelSet", kernels.name(), "validated", epoch.getValue());
            plain(epoch.getKey(), "us / pack", "StepBenchmark.train", parameters, Reading.SCORE);
        }
        double share = 1.0 / work.stepsPerEpoch();
        lines.add(new Line.Sum(
                name + "evaluation of the train split", "us / pack", ImmutableMap.of(much, 0.25, none, -0.25)));
        lines.add(
                new Line.Sum(name + "one step", "us / pack", ImmutableMap.of(none, 1.25 * share, much, -0.25 * share)));
    }

    /** An epoch with each remedy, in times of one of SGD on plain cross-entropy. */
    static Group.Contents remedies() {
        var parts = new Parts();
        for (Work work : Work.values()) {
            for (Remedy remedy : Remedy.values()) {
                parts.remedy(work, remedy);
            }
        }
        return parts.contents();
    }

    private void remedy(Work work, Remedy remedy) {
        String name = work.networkName() + ", ";
        var parameters = ImmutableMap.of("work", work.name(), "remedy", remedy.name());
        plain(name + remedy, "us / pack", "RemedyBenchmark.train", parameters, Reading.SCORE);
        if (remedy != Remedy.NONE) {
            lines.add(new Line.Quotient(name + remedy + " / " + Remedy.NONE, name + remedy, name + Remedy.NONE, 0));
        }
    }

    static Group.Contents allocation() {
        var parts = new Parts();
        for (Work work : Work.values()) {
            parts.allocation(work, true);
            parts.allocation(work, false);
        }
        return parts.contents();
    }

    private void allocation(Work work, boolean fullBatch) {
        int steps = fullBatch ? 1 : work.stepsPerEpoch();
        String name = work.networkName() + ", steps an epoch: " + steps + ", ";
        for (int epochs : new int[] {50, 200}) {
            var parameters = ImmutableMap.of("work", work.name(), "epochs", "" + epochs, "fullBatch", "" + fullBatch);
            plain(
                    name + epochs + " epochs",
                    "bytes / pack",
                    "AllocationBenchmark.train",
                    parameters,
                    Reading.counter("gc.alloc.rate.norm"));
        }
        var difference = ImmutableMap.of(name + "200 epochs", 1.0 / 150, name + "50 epochs", -1.0 / 150);
        lines.add(new Line.Sum(name + "one epoch more", "bytes / pack", difference));
    }

    private void plain(
            String name, String unit, String benchmark, ImmutableMap<String, String> parameters, Reading reading) {
        subjects.add(new Trial(name, benchmark, parameters, 1, ImmutableMap.of(name, reading)));
        lines.add(new Line.Plain(name, unit));
    }

    private Group.Contents contents() {
        return new Group.Contents(subjects.build(), lines.build());
    }
}
