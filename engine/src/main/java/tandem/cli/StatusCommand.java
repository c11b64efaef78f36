package tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tandem.experiment.problem.Printable;
import tandem.experiment.run.FolderContents;
import tandem.experiment.run.FolderStatus;
import tandem.experiment.run.FolderStatus.CellCounts;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;

/** {@code tandem status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Say how many runs of a result folder are done, have failed or are missing, how fast they come and how long"
                    + " the rest will take.",
            "Another process may be training into the folder; nothing in it is touched.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  tandem status out/keras-iris")
final class StatusCommand implements Callable<Integer> {
    private static final int MOST_CELLS = 20;

    /** With no new run for so long, nobody may be training. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    @Parameters(paramLabel = "DIR", description = "A result folder, finished or not.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFolderException {
        var contents = FolderContents.of(folder);
        var out = spec.commandLine().getOut();
        line(out, "scenario", contents.scenario().name());
        if (contents.isFinished()) {
            printFinished(Manifest.in(folder).orElseThrow().counts(), out);
        } else {
            var planned = folders.plan(contents);
            contents.shard().ifPresent(shard -> line(out, "shard", shard.index() + " of " + shard.count()));
            print(FolderStatus.of(contents, planned.plan(), planned.data()), out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void printFinished(Manifest.Counts counts, PrintWriter out) {
        line(out, "done", Counted.of(counts.runs(), "run") + ": finished");
        line(out, "failed", Counted.of(counts.failed(), "run"));
        line(out, "diverged", Counted.of(counts.diverged(), "run"));
        line(out, "missing", Counted.of(0, "run"));
    }

    private static void print(FolderStatus status, PrintWriter out) {
        var all = status.all();
        line(out, "done", String.format(Locale.ROOT, "%,d of %s", all.done(), Counted.of(all.runs(), "run")));
        line(out, "failed", Counted.of(all.failed(), "run"));
        line(out, "diverged", Counted.of(all.diverged(), "run"));
        line(out, "missing", Counted.of(all.missing(), "run"));
        var ago = status.last().map(last -> Duration.between(last, Instant.now()));
        ago.ifPresent(time -> line(out, "last", duration(time) + " ago"));
        status.rate().filter(rate -> rate > 0).ifPresent(rate -> {
            line(out, "rate", String.format(Locale.ROOT, "%.1f runs a second", rate));
            boolean goesOn = ago.isPresent() && ago.get().compareTo(QUIET) < 0;
            var left = Duration.ofSeconds(Math.round(all.missing() / rate));
            line(
                    out,
                    "left",
                    all.missing() == 0 ? "the tables" : "about " + duration(left) + (goesOn ? "" : " once it goes on"));
        });
        if (all.missing() == 0) {
            line(out, "next", "all runs are there; the same tandem run, or tandem merge of shards, writes the tables");
        }
        printCells(status, out);
    }

    private static void printCells(FolderStatus status, PrintWriter out) {
        if (status.cells().isEmpty()) {
            return;
        }
        out.println();
        out.println("     cell     done   failed  missing  levels");
        for (CellCounts cell : status.cells().stream().limit(MOST_CELLS).toList()) {
            var counts = cell.counts();
            out.println(Printable.of(String.format(
                    Locale.ROOT,
                    "%,9d%,9d%,9d%,9d  %s",
                    cell.cell(),
                    counts.done(),
                    counts.failed(),
                    counts.missing(),
                    String.join(", ", cell.levels()))));
        }
        int more = status.cells().size() - MOST_CELLS;
        if (more > 0) {
            out.println("... and " + Counted.of(more, "cell") + " more with runs that failed or are missing.");
        }
    }

    /** {@code 40 s}, {@code 12 min}, {@code 3.5 h}. */
    private static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 90) {
            return seconds + " s";
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "%d min", Math.round(seconds / 60.0))
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }

    private static void line(PrintWriter out, String name, String value) {
        out.println(Printable.of(String.format(Locale.ROOT, "%-9s %s", name, value)));
    }
}
