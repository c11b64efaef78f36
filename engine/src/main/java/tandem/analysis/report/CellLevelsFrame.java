package tandem.analysis.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import tandem.tables.ResultFile;
import tandem.tables.TableReader;

/** cells.csv: the levels of the factors in each cell. */
final class CellLevelsFrame {
    private static final String CELL = "cell";

    private CellLevelsFrame() {}

    /** Names of the factors, in their order. */
    static ImmutableList<String> factors(StudyTables study) throws IOException {
        try (var rows = TableReader.open(study.path(ResultFile.CELLS))) {
            return rows.columns().stream()
                    .filter(column -> !column.equals(CELL))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    static void read(StudyTables study, ImmutableList<String> factors, Contents contents) throws IOException {
        // Names of factors may hold anything: the page knows them by their position.
        String[] names = new String[factors.size() + 1];
        names[0] = "#cell";
        for (int f = 0; f < factors.size(); f++) {
            names[f + 1] = "f" + f;
        }
        var frame = Frame.of(names);
        study.forEach(ResultFile.CELLS, fields -> {
            Object[] row = new Object[names.length];
            row[0] = fields.integer(CELL);
            for (int f = 0; f < factors.size(); f++) {
                row[f + 1] = fields.text(factors.get(f));
            }
            frame.add(row);
        });
        contents.add("cells", frame);
    }
}
