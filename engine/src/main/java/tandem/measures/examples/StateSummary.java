package tandem.measures.examples;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import tandem.measures.Outcomes;

/** What the measures of one state share: each part is computed when it is first asked for. */
final class StateSummary {
    private final Supplier<LossDistribution> losses;
    private final Supplier<Margins> margins;
    private final Supplier<Confidences> confidences;
    private final Supplier<Calibration> equalWidth;
    private final Supplier<Calibration> equalMass;
    private final Supplier<BrierScore> brier;

    StateSummary(Outcomes outcomes) {
        this.losses = Suppliers.memoize(() -> LossDistribution.of(outcomes));
        this.margins = Suppliers.memoize(() -> Margins.of(outcomes));
        this.confidences = Suppliers.memoize(() -> Confidences.of(outcomes));
        this.equalWidth = Suppliers.memoize(() -> Calibration.ofEqualWidth(outcomes));
        this.equalMass = Suppliers.memoize(() -> Calibration.ofEqualMass(outcomes));
        this.brier = Suppliers.memoize(() -> BrierScore.of(outcomes));
    }

    LossDistribution losses() {
        return losses.get();
    }

    Margins margins() {
        return margins.get();
    }

    Confidences confidences() {
        return confidences.get();
    }

    Calibration equalWidth() {
        return equalWidth.get();
    }

    Calibration equalMass() {
        return equalMass.get();
    }

    BrierScore brier() {
        return brier.get();
    }
}
