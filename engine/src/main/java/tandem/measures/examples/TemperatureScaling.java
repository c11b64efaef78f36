package tandem.measures.examples;

import java.util.Optional;
import tandem.measures.Measured;
import tandem.measures.Outcomes;
import tandem.measures.Reason;

/**
 * What scaling the logits by one temperature, fitted on the validation split, makes of a run's last state.
 *
 * @param temperature T* of {@link Temperature#fit} on the validation split; above 1 for an overconfident model
 * @param validationLoss mean loss of the validation split at T*: below the recorded one, since T* was fitted there
 * @param testLoss mean loss of the test split at the same T*
 */
public record TemperatureScaling(Measured temperature, Measured validationLoss, Measured testLoss) {

    /** From the last states of the splits that exist. */
    public static TemperatureScaling of(Optional<Outcomes> validation, Optional<Outcomes> test) {
        if (validation.isEmpty()) {
            return undefined(Reason.NO_VALIDATION);
        }
        return switch (Temperature.fit(validation.get())) {
            case Measured.Undefined(Reason reason) -> undefined(reason);
            case Measured.Defined(double t) ->
                new TemperatureScaling(
                        new Measured.Defined(t),
                        Finite.of(Temperature.loss(validation.get(), t)),
                        test.isEmpty()
                                ? new Measured.Undefined(Reason.NO_TEST)
                                : Finite.of(Temperature.loss(test.get(), t)));
        };
    }

    /** No value for one reason, as of a run that diverged. */
    public static TemperatureScaling undefined(Reason reason) {
        var none = new Measured.Undefined(reason);
        return new TemperatureScaling(none, none, none);
    }
}
