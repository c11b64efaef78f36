package tandem.training.data.corruption;

import java.util.Optional;

/** Corruptions with one mechanism. */
final class TestCorruption {
    private TestCorruption() {}

    static Corruption of(LabelNoise noise) {
        return new Corruption(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(noise));
    }

    static Corruption of(Outliers outliers) {
        return new Corruption(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(outliers), Optional.empty());
    }

    static Corruption of(FeatureNoise noise) {
        return new Corruption(
                Optional.empty(), Optional.empty(), Optional.of(noise), Optional.empty(), Optional.empty());
    }

    static Corruption of(Shift shift) {
        return new Corruption(
                Optional.empty(), Optional.of(shift), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Corruption of(Duplicates duplicates) {
        return new Corruption(
                Optional.of(duplicates), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
