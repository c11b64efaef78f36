package tandem.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tandem.analysis.comparison.CompareOptions;
import tandem.analysis.comparison.CompareOptions.FactorLevel;
import tandem.analysis.comparison.CompareOptions.Selection;
import tandem.analysis.comparison.diff.ColumnPattern;
import tandem.analysis.comparison.means.Band;
import tandem.analysis.comparison.means.MeansOptions;

/** Options of {@code tandem compare} about which is better. */
final class MeansFlags {
    @Option(
            names = "--measure",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are compared, * standing for any letters (default: loss and accuracy of every"
                    + " split at the end).")
    private List<String> measures = new ArrayList<>();

    @Option(
            names = "--row",
            split = ",",
            paramLabel = "FACTOR",
            description =
                    "Factors that stay apart; values are averaged over all others within a replicate (default: all"
                            + " stay apart).")
    private List<String> rows = new ArrayList<>();

    @Option(
            names = "--col",
            split = ",",
            paramLabel = "FACTOR",
            description = "Factors that stay apart, too, their levels side by side.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "FACTOR=LEVEL",
            description = "Only runs with this level; several of one factor are alternatives.")
    private List<String> filter = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "FACTOR=LEVEL",
            description = "Within one folder: compare the other levels of the factor with this one.")
    private @Nullable String baseline;

    @Option(
            names = "--equivalent",
            paramLabel = "MEASURE=WIDTH",
            description = "Differences of at most WIDTH are practically none, or of WIDTH%% of the first mean.")
    private List<String> bands = new ArrayList<>();

    @Option(
            names = "--confidence",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "That all intervals hold at once (default 0.95).")
    private double confidence;

    @Option(names = "--wilcoxon", description = "Add the p of Wilcoxon's signed-rank or rank-sum test.")
    private boolean ranks;

    @Option(
            names = "--lower",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of a CSV file that are better if lower; known for Tandem's own.")
    private List<String> lower = new ArrayList<>();

    @Option(
            names = "--higher",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of a CSV file that are better if higher.")
    private List<String> higher = new ArrayList<>();

    @Option(
            names = "--replicate",
            paramLabel = "COLUMN",
            defaultValue = CompareOptions.REPLICATE,
            description =
                    "The column of a CSV file that tells repetitions apart, such as a seed (default replicate); it is"
                            + " a key, too.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String replicate;

    @Option(names = "--paired", description = "Equal replicates of CSV files belong together.")
    private boolean paired;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    boolean ranks() {
        return ranks;
    }

    boolean hasBaseline() {
        return baseline != null;
    }

    Selection selection() {
        return new Selection(
                ImmutableList.copyOf(rows),
                ImmutableList.copyOf(columns),
                filter.stream().map(text -> level("--filter", text)).collect(ImmutableList.toImmutableList()),
                ImmutableList.copyOf(measures),
                Optional.ofNullable(baseline).map(text -> level("--baseline", text)),
                replicate,
                paired);
    }

    MeansOptions options() {
        try {
            return new MeansOptions(
                    confidence,
                    bands.stream().map(this::band).collect(ImmutableList.toImmutableList()),
                    ranks,
                    patterns(lower),
                    patterns(higher));
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }

    private static ImmutableList<ColumnPattern> patterns(List<String> texts) {
        return texts.stream().map(ColumnPattern::new).collect(ImmutableList.toImmutableList());
    }

    private FactorLevel level(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw misuse(option + " needs factor=level: " + text);
        }
        return new FactorLevel(text.substring(0, equals), text.substring(equals + 1));
    }

    private Band band(String text) {
        int equals = text.lastIndexOf('=');
        String width = text.substring(equals + 1);
        boolean relative = width.endsWith("%");
        try {
            if (equals > 0) {
                double value = Double.parseDouble(relative ? width.substring(0, width.length() - 1) : width);
                return new Band(new ColumnPattern(text.substring(0, equals)), relative ? value / 100 : value, relative);
            }
        } catch (NumberFormatException e) {
            throw misuse("--equivalent: " + width + " is no number");
        }
        throw misuse("--equivalent needs measure=width: " + text);
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
