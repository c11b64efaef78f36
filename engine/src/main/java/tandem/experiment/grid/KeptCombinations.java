package tandem.experiment.grid;

import java.util.Arrays;
import java.util.BitSet;

/** Which combinations are cells, when some are left out: one bit a combination, and a running count every {@value #BLOCK} bits. */
final class KeptCombinations {
    private static final int BLOCK = 4096;

    private final BitSet kept;
    private final int[] keptBefore;

    KeptCombinations(BitSet kept, int combinations) {
        this.kept = kept;
        this.keptBefore = new int[combinations / BLOCK + 2];
        for (int block = 0; block + 1 < keptBefore.length; block++) {
            int end = Math.min(combinations, (block + 1) * BLOCK);
            keptBefore[block + 1] =
                    keptBefore[block] + kept.get(block * BLOCK, end).cardinality();
        }
    }

    int count() {
        return keptBefore[keptBefore.length - 1];
    }

    /** Index among all combinations of cell {@code cell}. */
    int combination(int cell) {
        int found = Arrays.binarySearch(keptBefore, cell);
        int block = found >= 0 ? found : -found - 2;
        while (block + 1 < keptBefore.length && keptBefore[block + 1] == keptBefore[block]) {
            block++;
        }
        int index = kept.nextSetBit(block * BLOCK);
        for (int skip = cell - keptBefore[block]; skip > 0; skip--) {
            index = kept.nextSetBit(index + 1);
        }
        return index;
    }
}
