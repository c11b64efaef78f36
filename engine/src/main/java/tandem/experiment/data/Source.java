package tandem.experiment.data;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalDouble;
import tandem.training.data.GaussianClasses;
import tandem.training.data.LogitModel;
import tandem.training.data.PlaneShape;

/** Where examples come from. */
public sealed interface Source {

    /** The least error that any classifier can have on fresh examples; empty where nobody knows it. */
    default OptionalDouble bayesError() {
        return switch (this) {
            case File _, Plane _ -> OptionalDouble.empty();
            case Gaussians(int _, int classes, int features, double separation) ->
                OptionalDouble.of(new GaussianClasses(classes, features, separation).bayesError());
            case Logit(int _, double slope, double intercept) ->
                OptionalDouble.of(new LogitModel(slope, intercept).bayesError());
        };
    }

    /** A bundled set ({@code iris}) or a CSV file beside the scenario ({@code mine.csv}). */
    record File(String name) implements Source {}

    /** {@code classes} normal distributions with unit covariance and equal priors whose means form a regular simplex with pairwise distance {@code separation}. */
    record Gaussians(int examples, int classes, int features, double separation) implements Source {
        public Gaussians {
            checkArgument(examples > 0, "examples must be positive: %s", examples);
            checkArgument(classes >= 2, "classes must be at least 2: %s", classes);
            checkArgument(
                    features >= classes - 1,
                    "a simplex of %s classes needs at least %s features: %s",
                    classes,
                    classes - 1,
                    features);
            checkArgument(
                    separation >= 0 && Double.isFinite(separation),
                    "separation must be finite and not negative: %s",
                    separation);
        }
    }

    /** One feature {@code x} uniform on (-1, 1); label 1 with probability {@code 1 / (1 + exp(-(slope x + intercept)))}. */
    record Logit(int examples, double slope, double intercept) implements Source {
        public Logit {
            checkArgument(examples > 0, "examples must be positive: %s", examples);
            checkArgument(Double.isFinite(slope), "slope must be finite: %s", slope);
            checkArgument(Double.isFinite(intercept), "intercept must be finite: %s", intercept);
        }
    }

    /** Two classes in the plane. */
    record Plane(int examples, PlaneShape shape) implements Source {
        public Plane {
            checkArgument(examples > 0, "examples must be positive: %s", examples);
        }
    }
}
