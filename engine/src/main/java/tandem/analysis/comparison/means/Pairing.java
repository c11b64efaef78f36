package tandem.analysis.comparison.means;

import static com.google.common.base.Strings.lenientFormat;

import tandem.tables.Manifest;

/**
 * Whether replicates of two sides belong together, one by one.
 *
 * @param reason a clause that follows "since"
 */
public record Pairing(boolean paired, String reason) {

    /**
     * Of two result folders: paired where the manifests name the same master seed and the same data, since a replicate
     * then has the same random streams on both sides.
     */
    public static Pairing of(Manifest first, Manifest second) {
        if (first.seed() != second.seed()) {
            return new Pairing(
                    false,
                    lenientFormat(
                            "the master seeds differ (%s, %s): a replicate has other random streams",
                            first.seed(), second.seed()));
        }
        if (!first.data().equals(second.data())) {
            return new Pairing(false, "the manifests list other data files or digests");
        }
        return new Pairing(true, "the manifests have the same master seed and the same data");
    }
}
