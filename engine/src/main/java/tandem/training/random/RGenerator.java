package tandem.training.random;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.core.source32.MersenneTwister;
import org.apache.commons.rng.core.util.NumberFactory;

/**
 * The default generator of R (Mersenne Twister MT19937), seeded as {@code set.seed} does it, to draw again what an R script drew.
 *
 * @see "R sources, src/main/RNG.c (set.seed, unif_rand, fixup) and src/nmath/rbinom.c"
 */
public final class RGenerator {
    private static final int STATE_WORDS = 624;
    /** Steps of the congruential generator which R throws away before it fills the state. */
    private static final int SCRAMBLING_STEPS = 50;

    private static final int MULTIPLIER = 69069;
    /** {@code 1 / (2^32 - 1)} to the digits of the C source. */
    private static final double WORD_TO_UNIT = 2.3283064365386963e-10;
    /** R keeps uniform numbers this half-width away from 0 and 1. */
    private static final double MARGIN = 0.5 * 2.328306437080797e-10;

    private final MersenneTwister twister;

    private RGenerator(MersenneTwister twister) {
        this.twister = twister;
    }

    /** The generator after {@code set.seed(seed)}. */
    public static RGenerator ofSeed(int seed) {
        int word = seed;
        for (int step = 0; step < SCRAMBLING_STEPS; step++) {
            word = next(word);
        }
        // R fills position and state in a row, then overwrites the position: the first word goes unused.
        word = next(word);
        int[] state = new int[STATE_WORDS + 1];
        for (int i = 0; i < STATE_WORDS; i++) {
            word = next(word);
            state[i] = word;
        }
        state[STATE_WORDS] = STATE_WORDS;
        return new RGenerator(withState(state));
    }

    /** The library seeds differently, but a saved state starts with the 624 words and the position, whatever their origin. */
    private static MersenneTwister withState(int[] wordsAndPosition) {
        var twister = new MersenneTwister(new int[] {0});
        byte[] saved = ((RandomProviderDefaultState) twister.saveState()).getState();
        byte[] start = NumberFactory.makeByteArray(wordsAndPosition);
        System.arraycopy(start, 0, saved, 0, start.length);
        twister.restoreState(new RandomProviderDefaultState(saved));
        return twister;
    }

    private static int next(int word) {
        return MULTIPLIER * word + 1;
    }

    /** {@code runif(1)}: in the open interval (0, 1). */
    public double nextUniform() {
        double uniform = Integer.toUnsignedLong(twister.nextInt()) * WORD_TO_UNIT;
        return Math.clamp(uniform, MARGIN, 1 - MARGIN);
    }

    /** {@code rbinom(1, 1, p)}: one uniform number, compared with the larger of {@code p} and {@code 1 - p}. */
    public int nextBernoulli(double p) {
        checkArgument(p >= 0 && p <= 1, "a probability must lie in [0, 1]: %s", p);
        int rarer = nextUniform() < 1 - Math.min(p, 1 - p) ? 0 : 1;
        return p > 0.5 ? 1 - rarer : rarer;
    }
}
