package tandem.analysis.comparison.means;

import static com.google.common.base.Preconditions.checkArgument;

import tandem.analysis.comparison.diff.ColumnPattern;

/**
 * Differences of at most so much are practically none.
 *
 * @param width in the measure's unit, or as a share of the first side's mean
 */
public record Band(ColumnPattern measure, double width, boolean relative) {
    public Band {
        checkArgument(
                width > 0 && Double.isFinite(width), "a band of equivalence must be positive and finite: %s", width);
    }

    double width(double firstMean) {
        return relative ? width * Math.abs(firstMean) : width;
    }
}
