package tandem.analysis.claims;

import com.google.common.base.CharMatcher;
import java.util.stream.Collectors;
import tandem.claims.Claim;
import tandem.claims.Expectation;
import tandem.claims.Statistic;

/** Claims in words of Markdown. */
final class ClaimWords {
    private static final CharMatcher SIGNS = CharMatcher.anyOf("\\`*[]<>");

    private ClaimWords() {}

    /** What the interval is about: {@code mean of `train_loss`, `training.epochs` 200 minus 30, at `help` none}. */
    static String quantity(Claim claim) {
        var words = new StringBuilder(statistic(claim.statistic())).append(code(claim.measure()));
        claim.minus().ifPresent(minus -> words.append(" minus ").append(code(minus)));
        claim.contrast()
                .ifPresent(contrast -> words.append(", ")
                        .append(code(contrast.factor()))
                        .append(" " + markdown(contrast.to()) + " minus " + markdown(contrast.from())));
        words.append(trend(claim.expect()));
        if (!claim.where().isEmpty()) {
            words.append(claim.where().entrySet().stream()
                    .map(fixed -> code(fixed.getKey()) + " " + markdown(fixed.getValue()))
                    .collect(Collectors.joining(", ", ", at ", "")));
        }
        return words.toString();
    }

    private static String statistic(Statistic statistic) {
        return switch (statistic) {
            case Statistic.Mean() -> "mean of ";
            case Statistic.Quantile(double q) -> q == 0.5 ? "median of " : "quantile " + q + " of ";
            case Statistic.ShareAbove(double bound) -> "share of replicates above " + bound + " in ";
            case Statistic.ShareBelow(double bound) -> "share of replicates below " + bound + " in ";
        };
    }

    private static String trend(Expectation expect) {
        return switch (expect) {
            case Expectation.Increases trend -> ", the step along " + code(trend.factor()) + " that decides";
            case Expectation.Decreases trend -> ", the step along " + code(trend.factor()) + " that decides";
            case Expectation.Above _, Expectation.Below _, Expectation.Between _, Expectation.Equals _ -> "";
        };
    }

    private static String code(String name) {
        return name.indexOf('`') < 0 ? "`" + oneLine(name) + "`" : markdown(name);
    }

    /** One line that Markdown shows as it is: its signs are escaped. */
    static String markdown(String text) {
        var shown = new StringBuilder();
        oneLine(text).chars().forEach(character -> {
            if (SIGNS.matches((char) character)) {
                shown.append('\\');
            }
            shown.append((char) character);
        });
        return shown.toString();
    }

    private static String oneLine(String text) {
        return ClaimsReport.oneLine(text);
    }
}
