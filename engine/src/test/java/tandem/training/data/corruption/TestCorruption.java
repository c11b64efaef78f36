package tandem.training.data.corruption;

import java.util.Optional;

/** Corruptions with one mechanism. */
final class TestCorruption {
    private TestCorruption() {}

    static Corruption of(LabelNoise noise) {
        return new Corruption(Optional.of(noise));
    }
}
