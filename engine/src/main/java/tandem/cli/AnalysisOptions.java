package tandem.cli;

import tandem.analysis.folder.AnalysisSettings;
import tandem.experiment.scenario.EpochSelection;
import tandem.experiment.scenario.Scenario;

/** What a scenario asks of the analysis. */
final class AnalysisOptions {
    private AnalysisOptions() {}

    static AnalysisSettings of(Scenario scenario) {
        return new AnalysisSettings(
                scenario.question(),
                scenario.seed(),
                scenario.patience(),
                scenario.claims(),
                scenario.recording().epochs() instanceof EpochSelection.All);
    }
}
