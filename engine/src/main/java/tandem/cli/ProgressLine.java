package tandem.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tandem.experiment.plan.Plan;
import tandem.experiment.run.Progress;

/** A bar with rate and remaining time on a terminal's standard error; nothing elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {
    /** Set by the launcher: only a shell can tell whether standard error is a terminal. */
    private static final String ON_TERMINAL = "tandem.terminal";

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ProgressLine of(Plan plan, boolean quiet) {
        if (quiet || !Boolean.getBoolean(ON_TERMINAL)) {
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
