package tandem.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tandem.experiment.plan.Plan;
import tandem.experiment.run.Progress;

/** A bar with rate and remaining time on a terminal's standard error; nothing elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {
    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    @SuppressWarnings("SystemConsoleNull") // it still is null under -Djdk.console=java.base
    static ProgressLine of(Plan plan, boolean quiet) {
        var console = System.console();
        if (quiet || console == null || !console.isTerminal()) {
            return new ProgressLine(null);
        }
        return new ProgressLine(new ProgressBarBuilder()
                .setTaskName(plan.scenario().name())
                .setInitialMax(plan.runCount())
                .setUnit(" runs", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build());
    }

    @Override
    public void ended(int runs) {
        if (bar != null) {
            bar.stepBy(runs);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
