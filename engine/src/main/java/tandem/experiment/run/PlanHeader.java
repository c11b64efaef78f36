package tandem.experiment.run;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import tandem.experiment.data.DataProvider;
import tandem.experiment.journal.JournalHeader;
import tandem.experiment.journal.Recorded;
import tandem.experiment.plan.Plan;
import tandem.experiment.scenario.Recording;
import tandem.measures.Measure;
import tandem.measures.examples.ExampleMeasure;
import tandem.measures.examples.TemperatureMeasure;
import tandem.tables.Manifest;
import tandem.tables.ResultFile;

/** What the runs of a plan have in common in the journal. */
final class PlanHeader {
    private PlanHeader() {}

    static JournalHeader of(Plan plan, DataProvider data) {
        var scenario = plan.scenario();
        var columns = RunColumnsOfPlan.of(plan);
        var tables = ImmutableMap.<String, ImmutableList<String>>builder();
        for (var schema : RunRecorder.encodedTables(columns, scenario.recording())) {
            tables.put(schema.file().fileName(), schema.header());
        }
        return new JournalHeader(
                NumericsVersion.CURRENT,
                scenario.name(),
                scenario.experimentYaml(),
                data(data),
                recorded(scenario.recording(), columns.schema().has(RunMeasures.CLEAN_TRAIN_LOSS)),
                RunRecorder.resultColumns(columns),
                tables.buildOrThrow());
    }

    static ImmutableList<Manifest.DataFile> data(DataProvider data) {
        return data.digests().entrySet().stream()
                .map(file -> new Manifest.DataFile(file.getKey(), file.getValue()))
                .collect(toImmutableList());
    }

    private static Recorded recorded(Recording recording, boolean cleanLabels) {
        Stream<Measure> measures = recording.measures().of(Integer.MAX_VALUE, 2).stream();
        Stream<ExampleMeasure> ofExamples = recording.examples()
                ? Stream.of(ExampleMeasure.values()).filter(recording.measures()::has)
                : Stream.empty();
        Stream<String> ofTemperature = recording.examples()
                ? Stream.of(TemperatureMeasure.values()).map(TemperatureMeasure::column)
                : Stream.empty();
        var names = Stream.concat(Stream.concat(measures, ofExamples).map(Measure::column), ofTemperature);
        return new Recorded(names.distinct().collect(toImmutableList()), settings(recording, cleanLabels));
    }

    /** By table, what chooses its rows. */
    private static ImmutableList<String> settings(Recording recording, boolean cleanLabels) {
        var settings = ImmutableList.<String>builder();
        settings.add(ResultFile.EPOCHS.fileName() + " " + recording.epochs().text());
        if (recording.examples()) {
            settings.add(ResultFile.EXAMPLES.fileName() + (cleanLabels ? " with clean labels" : ""));
        }
        if (!recording.paths().isEmpty()) {
            settings.add(ResultFile.PATHS.fileName() + " " + recording.paths());
        }
        recording
                .attributionEvery()
                .ifPresent(every -> settings.add(ResultFile.ATTRIBUTION.fileName() + " every " + every));
        return settings.build();
    }
}
