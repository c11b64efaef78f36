package tandem.experiment.run;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tandem.experiment.plan.Plan;
import tandem.experiment.problem.Printable;
import tandem.training.kernels.Kernels;

/** A plan in words: what would be trained, and what it would cost. */
public final class PlanText {
    /** Operations a second and thread on a processor with eight lanes, once compiled; good to a factor of three. */
    private static final double VECTOR_RATE = 2e10;

    private static final double SCALAR_RATE = 8e8;

    /** Seconds until the vector kernels are compiled, once. */
    private static final double WARM_UP = 2;

    private static final double BYTES_A_RUN = 1500;

    private PlanText() {}

    /** Lines that end in line feeds. */
    public static String of(Plan plan, int threads) {
        var kernels = KernelChoice.forPlan(plan);
        int lanes = kernels.lanes();
        var text = new StringBuilder();
        line(text, "scenario", plan.scenario().name());
        line(text, "question", plan.scenario().question());
        for (var factor : plan.scenario().factors()) {
            line(text, "factor", factor.name() + ", " + counted(factor.levelCount(), "level"));
        }
        line(text, "cells", String.format(Locale.ROOT, "%,d", plan.cellCount()));
        String replicates = counted(plan.scenario().replicates().count(), "replicate");
        line(text, "runs", String.format(Locale.ROOT, "%,d (%s a cell)", plan.runCount(), replicates));
        line(text, "packs", packs(plan, lanes));
        NetworkText.of(plan).forEach(line -> line(text, line.startsWith(" ") ? "" : "network", line));
        bayesError(plan).ifPresent(range -> line(text, "bayes", range + ": no classifier errs less on fresh examples"));
        line(
                text,
                "time",
                "about " + duration(seconds(plan, kernels, threads)) + " on " + counted(threads, "thread")
                        + " (within a factor of three)");
        var recording = new RecordingCost(plan);
        recording.lines().forEach(cost -> line(text, "record", cost));
        line(
                text,
                "disk",
                "about " + bytes(recording.epochBytes() + plan.runCount() * BYTES_A_RUN + recording.bytes())
                        + ", and in journal/ "
                        + bytes(recording.journalledEpochBytes() + plan.runCount() * BYTES_A_RUN + recording.bytes()));
        return text.toString();
    }

    /** Of the generators, lowest to highest. */
    private static Optional<String> bayesError(Plan plan) {
        var errors = plan.dimensions().keySet().stream()
                .map(settings -> settings.source().bayesError())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        if (errors.getCount() == 0) {
            return Optional.empty();
        }
        String lowest = String.format(Locale.ROOT, "error %.4f", errors.getMin());
        String highest = String.format(Locale.ROOT, "%.4f", errors.getMax());
        return Optional.of(lowest.endsWith(highest) ? lowest : lowest + " to " + highest);
    }

    private static String packs(Plan plan, int lanes) {
        String shapes = counted(plan.shapes().size(), "shape");
        return lanes == 1
                ? String.format(
                        Locale.ROOT, "%,d of one run (so little work needs no vectors), %s", plan.packCount(1), shapes)
                : String.format(
                        Locale.ROOT,
                        "%,d of %d lanes, %s, %.0f %% of the lanes used",
                        plan.packCount(lanes),
                        lanes,
                        shapes,
                        100 * plan.laneUse(lanes));
    }

    static String counted(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }

    private static double seconds(Plan plan, Kernels kernels, int threads) {
        boolean vector = kernels.lanes() > 1;
        double work = (plan.operations() + new RecordingCost(plan).operations())
                / plan.laneUse(kernels.lanes())
                / (vector ? VECTOR_RATE * lanesShare(kernels) : SCALAR_RATE);
        return work / Math.min(threads, plan.packCount(kernels.lanes())) + (vector ? WARM_UP : 0);
    }

    private static double lanesShare(Kernels kernels) {
        return kernels.lanes() / 8.0;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-9s %s\n", name, Printable.of(value)));
    }

    static String duration(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds));
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    static String bytes(double bytes) {
        return bytes < 1e9
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
