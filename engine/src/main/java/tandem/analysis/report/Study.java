package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tandem.tables.Manifest;
import tandem.tables.RefusedFolderException;
import tandem.tables.ResultFile;
import tools.jackson.core.JsonGenerator;

/** One result folder, gathered for a page. */
public final class Study {
    private static final ImmutableList<String> VERDICTS = ImmutableList.of("holds", "fails", "undecided");

    private final Path folder;
    private final Manifest manifest;
    private final ScenarioTree scenario;
    private final String answer;
    private final ImmutableList<String> factors;
    private final Contents contents;

    private Study(
            StudyTables tables,
            ScenarioTree scenario,
            String answer,
            ImmutableList<String> factors,
            Contents contents) {
        this.folder = tables.folder();
        this.manifest = tables.manifest();
        this.scenario = scenario;
        this.answer = answer;
        this.factors = factors;
        this.contents = contents;
    }

    /**
     * Reads the tables of a folder, as far as they are there.
     *
     * @throws RefusedFolderException if it holds no results of Tandem
     * @throws tandem.tables.UnusableTableException if a table cannot be read
     */
    public static Study read(Path folder) throws IOException, RefusedFolderException {
        var tables = StudyTables.open(folder);
        var factors = CellLevelsFrame.factors(tables);
        var contents = new Contents();
        CellLevelsFrame.read(tables, factors, contents);
        CurvesFrame.read(tables, contents);
        PathsFrame.read(tables, contents);
        ExamplePathsFrame.read(tables, contents);
        MeasuresFrame.read(tables, factors, contents);
        ExamplesFrame.read(tables, contents);
        AttributionFrame.read(tables, contents);
        StoppingFrame.read(tables, contents);
        AnalysisFrames.read(tables, contents);
        SelectionFrame.read(tables, contents);
        return new Study(tables, ScenarioTree.of(tables), answer(tables), factors, contents);
    }

    /** What answer.md says in short: the paragraph between the question and the claims, which the page shows itself. Empty without such a file. */
    private static String answer(StudyTables tables) throws IOException {
        return tables.text(ResultFile.ANSWER).stream()
                .flatMap(String::lines)
                .dropWhile(line -> line.startsWith("# ") || line.isBlank())
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    public String name() {
        return manifest.scenario().name();
    }

    Path folder() {
        return folder;
    }

    ScenarioTree scenario() {
        return scenario;
    }

    /** How many claims have which verdict; those that none has left out. */
    ImmutableMap<String, Integer> verdicts() {
        var counts = ImmutableMap.<String, Integer>builder();
        for (String verdict : VERDICTS) {
            int count = contents.count("claims", "verdict", verdict);
            if (count > 0) {
                counts.put(verdict, count);
            }
        }
        return counts.buildOrThrow();
    }

    /** The scenario's question, or its name where the folder has no scenario.yaml. */
    public String question() {
        String question = scenario.text("question").strip();
        return question.isEmpty() ? name() : question;
    }

    /** The answer to the question in short; empty where the folder has none. */
    public String answer() {
        return answer;
    }

    /** Writes everything the page knows of the study, under the label that tells it from the others on the page. */
    void write(String label, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("label", label);
        json.writeStringProperty("name", name());
        json.writeStringProperty("question", question());
        json.writeStringProperty("answer", answer);
        json.writeBooleanProperty("half", Thresholds.areHalf(scenario));
        json.writeObjectPropertyStart("method");
        ImmutableMap<String, String> method = MethodText.of(scenario);
        method.forEach(json::writeStringProperty);
        json.writeEndObject();
        ClaimTexts.write(scenario, json);
        write(manifest, json);
        json.writeArrayPropertyStart("factors");
        factors.forEach(json::writeString);
        json.writeEndArray();
        contents.write(json);
        json.writeEndObject();
    }

    private static void write(Manifest manifest, JsonGenerator json) {
        json.writeObjectPropertyStart("provenance");
        json.writeStringProperty("scenario digest", manifest.scenario().digest());
        // As text: a seed has more digits than a number of the page.
        json.writeStringProperty("master seed", Long.toString(manifest.seed()));
        json.writeStringProperty("schema version", Integer.toString(manifest.schemaVersion()));
        json.writeStringProperty("numerics version", Integer.toString(manifest.numericsVersion()));
        manifest.data().forEach(file -> json.writeStringProperty("data " + file.name(), file.sha256()));
        manifest.tables().forEach(table -> json.writeStringProperty(table.file(), table.sha256()));
        json.writeEndObject();
        var counts = manifest.counts();
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("cells", counts.cells());
        json.writeNumberProperty("replicates", counts.replicates());
        json.writeNumberProperty("runs", counts.runs());
        json.writeNumberProperty("failed", counts.failed());
        json.writeNumberProperty("diverged", counts.diverged());
        json.writeEndObject();
    }
}
