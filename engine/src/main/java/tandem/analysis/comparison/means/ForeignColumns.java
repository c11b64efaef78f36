package tandem.analysis.comparison.means;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tandem.tables.TableReader;

/**
 * Which columns of any CSV file hold numbers.
 *
 * @param all its header
 * @param results those of the columns asked about that hold nothing but numbers, or that there is none
 * @param notes which are left out though they hold some numbers, and what was taken for a number or for none
 */
record ForeignColumns(ImmutableList<String> all, ImmutableList<String> results, ImmutableList<String> notes) {
    private static final String NAMELESS =
            "A column without a name is left out: pandas writes the numbers of rows into one.";

    /** What has been seen of one column. */
    private static final class Seen {
        boolean numbers;
        boolean truths;
        long unknown;
        String word = "";
        long otherAt;

        void add(String field, long line) {
            if (field.isBlank()) {
                return;
            }
            if (ForeignNumber.isUnknown(field)) {
                unknown++;
                word = field;
            } else if (ForeignNumber.of(field).isPresent()) {
                numbers = true;
                truths |= ForeignNumber.isTruth(field);
            } else if (otherAt == 0) {
                otherAt = line;
            }
        }
    }

    static ForeignColumns scan(String label, Path path, Predicate<String> wanted) throws IOException {
        try (var reader = TableReader.open(path)) {
            var columns = reader.columns();
            List<Seen> seen = new ArrayList<>();
            columns.forEach(_ -> seen.add(new Seen()));
            while (reader.hasNext()) {
                var row = reader.next();
                for (int c = 0; c < columns.size(); c++) {
                    if (wanted.test(columns.get(c))) {
                        seen.get(c).add(row.at(c), row.line());
                    }
                }
            }
            return of(label, columns, seen);
        }
    }

    private static ForeignColumns of(String label, ImmutableList<String> columns, List<Seen> seen) {
        var results = ImmutableList.<String>builder();
        var notes = ImmutableList.<String>builder();
        for (int c = 0; c < columns.size(); c++) {
            String name = columns.get(c);
            var column = seen.get(c);
            if (name.isEmpty()) {
                notes.add(NAMELESS);
            } else if (column.numbers && column.otherAt > 0) {
                notes.add(lenientFormat(
                        "Column %s of %s is left out, since its field in line %s is no number; leave unknown values"
                                + " empty.",
                        name, label, column.otherAt));
            } else if (column.numbers) {
                results.add(name);
                note(name, label, column, notes);
            }
        }
        return new ForeignColumns(columns, results.build(), notes.build());
    }

    private static void note(String name, String label, Seen column, ImmutableList.Builder<String> notes) {
        if (column.unknown > 0) {
            notes.add(lenientFormat(
                    "Column %s of %s has no value in %s '%s' or the like.",
                    name,
                    label,
                    column.unknown == 1 ? "1 field, which says" : column.unknown + " fields, which say",
                    column.word));
        }
        if (column.truths) {
            notes.add(lenientFormat("In column %s true counts as 1 and false as 0.", name));
        }
    }
}
