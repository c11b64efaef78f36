package tandem.training.data.corruption;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import tandem.training.data.Damage;
import tandem.training.data.Dose;
import tandem.training.data.ExactCount;
import tandem.training.data.Split;
import tandem.training.random.NormalSampler;

/**
 * Noise on the features: {@code round(share n)} examples, those with the smallest draws, get {@code sd} times a standard normal number added to each
 * feature. The numbers of an example are the same for every dose.
 *
 * @param sd in the units of the prepared features: standard deviations where these are standardized
 */
public record FeatureNoise(double share, double sd, ImmutableSet<Split> splits) {
    public FeatureNoise {
        checkArgument(share >= 0 && share <= 1, "a share must lie in [0, 1]: %s", share);
        checkArgument(sd >= 0 && Double.isFinite(sd), "sd must be finite and not negative: %s", sd);
    }

    Dose apply(Workpiece work) {
        var draft = work.draft();
        var noise = work.draws("feature_noise/noise");
        int[] chosen = work.chosen("feature_noise/choice", ExactCount.of(share, work.count()));
        for (int i : chosen) {
            var normal = new NormalSampler(noise.of(work.id(i)));
            for (int f = 0; f < draft.featureCount; f++) {
                draft.features[i * draft.featureCount + f] += sd * normal.next();
            }
            draft.mark(i, Damage.INPUTS);
        }
        return new Dose(share, (double) chosen.length / work.count());
    }
}
