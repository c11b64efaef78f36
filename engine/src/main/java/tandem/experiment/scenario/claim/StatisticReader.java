package tandem.experiment.scenario.claim;

import org.jspecify.annotations.Nullable;
import tandem.claims.Statistic;
import tandem.experiment.scenario.yaml.Node;

/** Reads {@code statistic} of a claim. */
final class StatisticReader {
    private StatisticReader() {}

    /** The statistic; null where the schema has found it wrong. */
    static @Nullable Statistic read(@Nullable Node node) {
        if (node instanceof Node.Scalar word) {
            return word.text().equals("median") ? Statistic.Quantile.MEDIAN : new Statistic.Mean();
        }
        if (!(node instanceof Node.Entries entries)) {
            return null;
        }
        if (entries.find("quantile") instanceof Node.Scalar q) {
            return new Statistic.Quantile(Double.parseDouble(q.text()));
        }
        if (!(entries.find("share") instanceof Node.Entries share)) {
            return null;
        }
        if (share.find("above") instanceof Node.Scalar bound) {
            return new Statistic.ShareAbove(Double.parseDouble(bound.text()));
        }
        return share.find("below") instanceof Node.Scalar bound
                ? new Statistic.ShareBelow(Double.parseDouble(bound.text()))
                : null;
    }
}
