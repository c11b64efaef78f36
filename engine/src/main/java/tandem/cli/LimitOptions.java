package tandem.cli;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tandem.experiment.plan.Shard;
import tandem.experiment.run.RunLimits;

/** How much of a grid is trained now. */
final class LimitOptions {
    private static final Pattern BUDGET = Pattern.compile("([1-9][0-9]{0,6})([smh])");

    private static final ImmutableMap<String, Duration> UNITS =
            ImmutableMap.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Train part I of N of the runs, into a folder of its own; tandem merge puts the parts together."
                            + " DIR is out/NAME-shard-I-of-N unless given.")
    private @Nullable String shard;

    @Option(names = "--limit", paramLabel = "N", description = "Train at most N runs now; the same command continues.")
    private @Nullable Long limit;

    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            description = "Begin nothing more after that time, such as 90s, 10m or 8h, and finish what was begun; the"
                    + " same command continues.")
    private @Nullable String budget;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    RunLimits limits() {
        if (limit != null && limit < 1) {
            throw new ParameterException(command.commandLine(), "--limit must be at least 1: " + limit);
        }
        return new RunLimits(shard(), limit == null ? Long.MAX_VALUE : limit, time());
    }

    Optional<Shard> shard() {
        if (shard == null) {
            return Optional.empty();
        }
        var parsed = Shard.parse(shard);
        if (parsed.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--shard takes the number of a part and how many parts there are, such as 2/4: " + shard);
        }
        return parsed;
    }

    private Duration time() {
        if (budget == null) {
            return RunLimits.UNLIMITED;
        }
        var parts = BUDGET.matcher(budget);
        Duration unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
        if (unit == null) {
            throw new ParameterException(
                    command.commandLine(), "--time-budget takes a time such as 90s, 10m or 8h: " + budget);
        }
        var time = unit.multipliedBy(Long.parseLong(parts.group(1)));
        return time.compareTo(RunLimits.UNLIMITED) < 0 ? time : RunLimits.UNLIMITED;
    }
}
