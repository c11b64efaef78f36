package tandem.analysis.comparison.means;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import tandem.analysis.comparison.diff.ColumnPattern;
import tandem.measures.Direction;

/**
 * How means are compared.
 *
 * @param confidence that all intervals together have at least
 * @param bands of equivalence; the last that names a measure counts
 * @param ranks whether Wilcoxon's tests are made, too
 * @param lower measures that are better if lower; so are {@code higher}; others by {@link Directions}
 */
public record MeansOptions(
        double confidence,
        ImmutableList<Band> bands,
        boolean ranks,
        ImmutableList<ColumnPattern> lower,
        ImmutableList<ColumnPattern> higher) {
    public MeansOptions {
        checkArgument(confidence > 0 && confidence < 1, "confidence must lie between 0 and 1: %s", confidence);
    }

    Optional<Band> band(String measure) {
        return bands.reverse().stream()
                .filter(band -> band.measure().matches(measure))
                .findFirst();
    }

    /** @param known what a file itself says of the measure */
    Direction direction(String measure, Optional<Direction> known) {
        if (lower.stream().anyMatch(pattern -> pattern.matches(measure))) {
            return Direction.LOWER;
        }
        if (higher.stream().anyMatch(pattern -> pattern.matches(measure))) {
            return Direction.HIGHER;
        }
        return known.orElseGet(() -> Directions.of(measure));
    }
}
