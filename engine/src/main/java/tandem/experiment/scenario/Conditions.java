package tandem.experiment.scenario;

import tandem.experiment.data.DataSettings;
import tandem.training.model.Model;
import tandem.training.optimizer.Training;

/** Everything that decides a run's outcome except the random streams. */
public record Conditions(DataSettings data, Model model, Training training) {}
