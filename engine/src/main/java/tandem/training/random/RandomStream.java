package tandem.training.random;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * A random stream, known by its seed alone: whoever asks, whenever, gets the same numbers.
 *
 * <p>The generator is xoshiro256++ (Blackman and Vigna 2021), its state filled by SplitMix64 from the seed.
 */
public record RandomStream(long seed) {

    /** The stream of a purpose ({@code "weights"}) and a replicate under a master seed: the first 8 bytes of a SHA-256. */
    public static RandomStream of(long masterSeed, String purpose, long replicate) {
        return new RandomStream(Hashing.sha256()
                .hashString(masterSeed + "/" + purpose + "/" + replicate, StandardCharsets.UTF_8)
                .asLong());
    }

    /** A fresh generator at the start of the stream. */
    public UniformRandomProvider generator() {
        var mix = new SplitMix64(seed);
        return new XoShiRo256PlusPlus(mix.nextLong(), mix.nextLong(), mix.nextLong(), mix.nextLong());
    }

    /** The stream of part {@code index}, of an epoch for instance. */
    public RandomStream at(long index) {
        return new RandomStream(new SplitMix64(seed ^ (index * 0xd1342543de82ef95L)).nextLong());
    }
}
