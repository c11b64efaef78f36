package tandem.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tandem.experiment.run.Progress;

/** How far training is: a bar with rate and remaining time on a terminal's standard error, one line a minute elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {
    /** Set by the launcher: only a shell can tell whether standard error is a terminal. */
    private static final String ON_TERMINAL = "tandem.terminal";

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final long runCount;
    private final long before;
    private final Consumer<String> lines;
    private final @Nullable ProgressBar bar;
    private final long start = System.nanoTime();
    private long lastLine = start;
    private long ended;
    private long failed;

    private ProgressLine(long runCount, long before, Consumer<String> lines, @Nullable ProgressBar bar) {
        this.runCount = runCount;
        this.before = before;
        this.lines = lines;
        this.bar = bar;
    }

    /**
     * Watches over training.
     *
     * @param runCount runs that are to be done in the end
     * @param before runs that were done before
     * @param lines where whole lines go
     */
    static ProgressLine of(String name, long runCount, long before, Consumer<String> lines) {
        if (!Boolean.getBoolean(ON_TERMINAL)) {
            return new ProgressLine(runCount, before, lines, null);
        }
        var bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(runCount)
                .startsFrom(before, Duration.ZERO)
                .setUnit(" runs", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
        return new ProgressLine(runCount, before, lines, bar);
    }

    /** Says nothing. */
    static ProgressLine quiet() {
        return new ProgressLine(0, 0, _ -> {}, null);
    }

    @Override
    public synchronized void ended(int runs, int failedOfThem) {
        ended += runs;
        failed += failedOfThem;
        if (bar != null) {
            bar.stepBy(runs);
            if (failedOfThem > 0) {
                bar.setExtraMessage(" " + failed + " failed");
            }
            return;
        }
        long now = System.nanoTime();
        if (now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            lines.accept(line((now - start) * 1e-9));
        }
    }

    /** {@code 1,200 of 10,000 runs, 40.0 a second, about 4 minutes left, 0 failed}. */
    private String line(double seconds) {
        double rate = ended / seconds;
        double left = (runCount - before - ended) / rate;
        return String.format(
                Locale.ROOT,
                "%,d of %,d runs, %.1f a second, about %s left, %,d failed",
                before + ended,
                runCount,
                rate,
                left < 90 ? Counted.of(Math.round(left), "second") : Counted.of(Math.round(left / 60), "minute"),
                failed);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
