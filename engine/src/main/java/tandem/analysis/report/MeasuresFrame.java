package tandem.analysis.report;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tandem.tables.ResultFile;
import tandem.tables.RunColumns;
import tandem.tables.Schemas;
import tandem.tables.TableReader;

/** The measures of every cell: means with their intervals from summary.csv, or of single runs from runs.csv. */
final class MeasuresFrame {
    private static final int MOST_ROWS = 60_000;

    /** Kept where there are too many cells for all measures, behind the name of a split. */
    private static final ImmutableSet<String> ENDINGS =
            ImmutableSet.of("loss", "accuracy", "normalised_loss", "fano_excess", "balanced_accuracy");

    private static final ImmutableSet<String> OF_A_LINE =
            ImmutableSet.of("final_slope", "final_intercept", "cut", "population_loss", "population_accuracy");

    private MeasuresFrame() {}

    static void read(StudyTables study, ImmutableList<String> factors, Contents contents) throws IOException {
        if (!study.has(ResultFile.RUNS)) {
            return;
        }
        ImmutableList<String> all = measures(study, factors);
        long cells = study.manifest().counts().cells();
        ImmutableList<String> kept = all;
        if (cells * all.size() > MOST_ROWS) {
            kept = all.stream().filter(MeasuresFrame::isCentral).collect(ImmutableList.toImmutableList());
            contents.note(lenientFormat(
                    "With %s cells the page holds %s of the %s measures; the tables have all.",
                    cells, kept.size(), all.size()));
        }
        var frame = Frame.of("#cell", "measure", "#n", "#mean", "#low", "#high");
        if (study.manifest().counts().replicates() > 1) {
            means(study, ImmutableSet.copyOf(kept), frame);
        } else {
            values(study, kept, frame);
        }
        contents.add("measures", frame);
    }

    private static ImmutableList<String> measures(StudyTables study, ImmutableList<String> factors) throws IOException {
        try (var rows = TableReader.open(study.path(ResultFile.RUNS))) {
            return rows.columns().stream()
                    .filter(column -> !RunColumns.KEYS.contains(column) && !factors.contains(column))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static boolean isCentral(String measure) {
        return OF_A_LINE.contains(measure)
                || Schemas.SPLITS.stream()
                        .flatMap(split -> Stream.of(split, "clean_" + split))
                        .anyMatch(split -> measure.startsWith(split + "_")
                                && ENDINGS.contains(measure.substring(split.length() + 1)));
    }

    private static void means(StudyTables study, ImmutableSet<String> kept, Frame frame) throws IOException {
        study.forEach(ResultFile.SUMMARY, fields -> {
            String measure = fields.text("measure");
            if (kept.contains(measure) && fields.number("mean").isPresent()) {
                frame.add(
                        fields.integer("cell"),
                        measure,
                        fields.integer("n"),
                        fields.number("mean"),
                        fields.number("ci_low"),
                        fields.number("ci_high"));
            }
        });
    }

    private static void values(StudyTables study, ImmutableList<String> kept, Frame frame) throws IOException {
        study.forEach(ResultFile.RUNS, fields -> {
            long cell = fields.integer("cell");
            for (String measure : kept) {
                OptionalDouble value = fields.number(measure);
                if (value.isPresent()) {
                    frame.add(cell, measure, 1, value, OptionalDouble.empty(), OptionalDouble.empty());
                }
            }
        });
    }
}
