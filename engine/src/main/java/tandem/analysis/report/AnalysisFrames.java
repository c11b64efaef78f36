package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;

import java.io.IOException;
import tandem.tables.ResultFile;
import tandem.tables.Schemas;

/** The tables that are drawn as they are: verdicts, effects, correlations. */
final class AnalysisFrames {
    /** Of more cells than these, only correlations over all of them. */
    private static final long MOST_CELLS = 150;

    private AnalysisFrames() {}

    static void read(StudyTables study, Contents contents) throws IOException {
        claims(study, contents);
        effects(study, contents);
        correlations(study, contents);
    }

    private static void claims(StudyTables study, Contents contents) throws IOException {
        var frame = Frame.of("claim", "verdict", "#estimate", "#low", "#high", "#n", "rule", "#needed");
        study.forEach(ResultFile.CLAIMS, fields -> {
            frame.add(
                    fields.text("claim"),
                    fields.text("verdict"),
                    fields.number("estimate"),
                    fields.number("ci_low"),
                    fields.number("ci_high"),
                    fields.number("n"),
                    fields.text("rule"),
                    fields.number("replicates_needed"));
        });
        contents.add("claims", frame);
    }

    private static void effects(StudyTables study, Contents contents) throws IOException {
        var frame = Frame.of(
                "factor",
                "other",
                "statistic",
                "measure",
                "from",
                "to",
                "#n",
                "#estimate",
                "#low",
                "#high",
                "quadrant");
        study.forEach(ResultFile.EFFECTS, fields -> {
            String measure = fields.text("measure");
            if (isFinal(measure)) {
                frame.add(
                        fields.text("factor"),
                        fields.text("other"),
                        fields.text("statistic"),
                        measure,
                        fields.text("from"),
                        fields.text("to"),
                        fields.number("n"),
                        fields.number("estimate"),
                        fields.number("ci_low"),
                        fields.number("ci_high"),
                        fields.text("quadrant"));
            }
        });
        contents.add("effects", frame);
    }

    private static boolean isFinal(String measure) {
        return Schemas.SPLITS.stream()
                .anyMatch(split -> measure.equals(split + "_loss") || measure.equals(split + "_accuracy"));
    }

    private static void correlations(StudyTables study, Contents contents) throws IOException {
        boolean byCell = study.manifest().counts().cells() <= MOST_CELLS;
        var frame = Frame.of(
                "level",
                "#cell",
                "stratum",
                "split",
                "method",
                "series",
                "#n",
                "#estimate",
                "#low",
                "#high",
                "#simpson");
        study.forEach(ResultFile.CORRELATIONS, fields -> {
            if (byCell || fields.text("cell").isEmpty()) {
                frame.add(
                        fields.text("level"),
                        fields.number("cell"),
                        fields.text("stratum"),
                        fields.text("split"),
                        fields.text("method"),
                        fields.text("series"),
                        fields.number("n"),
                        fields.number("estimate"),
                        fields.number("ci_low"),
                        fields.number("ci_high"),
                        fields.number("simpson"));
            }
        });
        if (!byCell) {
            contents.note(lenientFormat(
                    "With %s cells, correlations are shown over all cells only.",
                    study.manifest().counts().cells()));
        }
        contents.add("correlations", frame);
    }
}
