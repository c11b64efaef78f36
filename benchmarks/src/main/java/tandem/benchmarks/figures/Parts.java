package tandem.benchmarks.figures;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tandem.benchmarks.KernelSet;
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
                for (String validated : List.of("0", "4")) {
                    parts.plain(
                            work.networkName() + ", " + kernels + ", epoch with " + validated + " x validation",
                            "us / pack",
                            "StepBenchmark.train",
                            ImmutableMap.of("work", work.name(), "kernelSet", kernels.name(), "validated", validated),
                            Reading.SCORE);
                }
            }
        }
        return parts.contents();
    }

    static Group.Contents allocation() {
        var parts = new Parts();
        for (Work work : Work.values()) {
            for (String fullBatch : List.of("true", "false")) {
                for (String epochs : List.of("50", "200")) {
                    String steps = fullBatch.equals("true") ? "one step" : "batches";
                    parts.plain(
                            work.networkName() + ", " + steps + ", " + epochs + " epochs",
                            "bytes / pack",
                            "AllocationBenchmark.train",
                            ImmutableMap.of("work", work.name(), "epochs", epochs, "fullBatch", fullBatch),
                            Reading.counter("gc.alloc.rate.norm"));
                }
            }
        }
        return parts.contents();
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
