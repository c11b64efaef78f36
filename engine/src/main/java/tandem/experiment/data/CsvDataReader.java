package tandem.experiment.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tandem.experiment.problem.UnusableInputException;
import tandem.training.data.ClassOrder;
import tandem.training.data.DataSet;
import tandem.training.data.Examples;
import tandem.training.data.Split;

/**
 * Reads a CSV file (RFC 4180, UTF-8, a byte order mark and any line ends accepted) with a header into a {@link DataSet}.
 *
 * <p>Space around fields does not count, empty lines are skipped. Features are finite decimal numbers; a label is any text.
 */
final class CsvDataReader {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final ImmutableSet<String> MISSING = ImmutableSet.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?", "-");
    private static final ImmutableSet<String> SPLIT_NAMES = ImmutableSet.of("train", "validation", "test");

    private final CsvText text;
    private final DataProblems problems;
    private final Columns wanted;
    private final ImmutableDoubleArray.Builder features = ImmutableDoubleArray.builder();
    private final List<String> labels = new ArrayList<>();
    private final ImmutableList.Builder<Split> assignment = ImmutableList.builder();

    /**
     * The columns a scenario asks for.
     *
     * @param label empty for the last column that is not the split column
     * @param split name of the column that says the split
     * @param splitRequired whether the file must have that column; otherwise it is left aside where it holds split names, which no
     *     feature can
     */
    record Columns(Optional<String> label, String split, boolean splitRequired) {}

    private CsvDataReader(String file, byte[] bytes, Columns wanted) {
        this.text = new CsvText(file, bytes);
        this.problems = new DataProblems(file);
        this.wanted = wanted;
    }

    /**
     * @param file the name to show in problems
     * @throws UnusableInputException with the problems found, at most 20 word for word
     */
    static DataSet read(String file, byte[] bytes, Columns wanted) {
        return new CsvDataReader(file, bytes, wanted).read();
    }

    private DataSet read() {
        text.obstacle().ifPresent(problem -> {
            throw new UnusableInputException(problem);
        });
        try (var parser = CSVParser.parse(text.reader(), FORMAT)) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private DataSet read(CSVParser parser) {
        var records = parser.iterator();
        var header = next(parser, records);
        if (header.isEmpty()) {
            throw new UnusableInputException(text.problem(0, 0, "", "the file is empty; give a header line and one line per example"));
        }
        var first = next(parser, records);
        var columns = CsvColumns.of(text, problems, header.get().toList(), splitColumn(header.get(), first), wanted.label());
        if (first.isEmpty()) {
            throw new UnusableInputException(text.problem(0, 0, "", "a header but no examples; give one line per example"));
        }
        int lines = 0;
        for (var record = first; record.isPresent(); record = next(parser, records)) {
            add(columns, record.get(), firstLine(parser, record.get()));
            lines++;
        }
        checkClasses(columns, lines);
        problems.throwIfAny();
        return dataSet(columns);
    }

    /** The next record; a malformed one ends the reading, for what follows it cannot be told apart. */
    private Optional<CSVRecord> next(CSVParser parser, Iterator<CSVRecord> records) {
        long before = parser.getCurrentLineNumber();
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            boolean unterminated = String.valueOf(e.getMessage()).contains("EOF");
            int line = (int) (unterminated ? before + 1 : Math.max(1, parser.getCurrentLineNumber()));
            problems.add(() -> text.problem(
                    line,
                    0,
                    "",
                    unterminated
                            ? "a quote opens in this record and never closes; close it, or double a quote that is meant"
                            : "text follows a closing quote; double a quote that is meant"));
            problems.throwIfAny();
            throw e;
        }
    }

    private static int firstLine(CSVParser parser, CSVRecord record) {
        long breaks = record.stream().mapToLong(CsvDataReader::lineBreaks).sum();
        return (int) (parser.getCurrentLineNumber() - breaks);
    }

    private static long lineBreaks(String field) {
        return field.chars().filter(c -> c == '\n').count();
    }

    private OptionalInt splitColumn(CSVRecord header, Optional<CSVRecord> first) {
        var names = header.stream().map(String::strip).toList();
        int index = names.indexOf(wanted.split());
        if (index < 0) {
            if (wanted.splitRequired()) {
                problems.add(() -> text.problem(1, 0, wanted.split(), CsvColumns.unknown(wanted.split(), names)));
            }
            return OptionalInt.empty();
        }
        boolean recognised = first.isPresent()
                && index < first.get().size()
                && SPLIT_NAMES.contains(first.get().get(index).strip())
                && !wanted.label().equals(Optional.of(wanted.split()));
        return wanted.splitRequired() || recognised ? OptionalInt.of(index) : OptionalInt.empty();
    }

    private void add(CsvColumns columns, CSVRecord record, int line) {
        if (record.size() != columns.names().size()) {
            problems.add(() -> text.problem(
                    line,
                    0,
                    "",
                    "%d fields, but the header has %d columns; give one field per column"
                            .formatted(record.size(), columns.names().size())));
            return;
        }
        for (int index : columns.features()) {
            features.add(feature(columns, index, record.get(index).strip(), line));
        }
        addLabel(columns, record.get(columns.label()).strip(), line);
        columns.split().ifPresent(index -> addSplit(columns, index, record.get(index).strip(), line));
    }

    private double feature(CsvColumns columns, int index, String field, int line) {
        if (MISSING.contains(field)) {
            String shown = field.isEmpty() ? "a missing value" : "a missing value ('%s')".formatted(field);
            addProblem(columns, index, line, shown + "; remove the example or fill the value in");
            return 0;
        }
        if (!ClassOrder.isNumber(field)) {
            addProblem(columns, index, line, "not a finite decimal number: '%s'".formatted(shortened(field)));
            return 0;
        }
        double value = Double.parseDouble(field);
        if (!Double.isFinite(value)) {
            addProblem(columns, index, line, "too large for a double: '%s'; rescale the feature".formatted(shortened(field)));
            return 0;
        }
        return value;
    }

    private void addLabel(CsvColumns columns, String field, int line) {
        if (field.isEmpty()) {
            addProblem(columns, columns.label(), line, "a missing label; remove the example or fill the label in");
        }
        labels.add(field);
    }

    private void addSplit(CsvColumns columns, int index, String field, int line) {
        switch (field) {
            case "train" -> assignment.add(Split.TRAIN);
            case "validation" -> assignment.add(Split.VALIDATION);
            case "test" -> assignment.add(Split.TEST);
            default ->
                addProblem(columns, index, line, "must be train, validation or test: '%s'".formatted(shortened(field)));
        }
    }

    private void addProblem(CsvColumns columns, int index, int line, String message) {
        problems.add(() -> text.fieldProblem(line, index, columns.names().get(index), message));
    }

    private static String shortened(String field) {
        int longest = 40;
        return field.length() <= longest ? field : field.substring(0, longest) + "...";
    }

    /** Judged only where all lines could be read: a class may stand on those that could not. */
    private void checkClasses(CsvColumns columns, int lines) {
        var classes = ClassOrder.of(labels);
        String name = columns.names().get(columns.label());
        if (labels.size() == lines && classes.size() == 1) {
            problems.add(() -> text.problem(
                    1, 0, name, "every label is '%s'; a classifier needs two classes or more".formatted(shortened(classes.getFirst()))));
        }
        if (classes.size() > 20 && 2 * classes.size() > lines) {
            problems.add(() -> text.problem(
                    1, 0, name, "%d different labels in %d examples; name the label column with data.label".formatted(classes.size(), lines)));
        }
        for (int i = 1; i < classes.size(); i++) {
            String previous = classes.get(i - 1);
            String next = classes.get(i);
            if (equalNumbers(previous, next)) {
                problems.add(() -> text.problem(
                        1, 0, name, "the labels '%s' and '%s' are the same number; write them alike".formatted(previous, next)));
            }
        }
    }

    /** Beyond 2^53 two whole numbers can share a double and differ. */
    private static boolean equalNumbers(String a, String b) {
        if (!ClassOrder.isNumber(a) || !ClassOrder.isNumber(b)) {
            return false;
        }
        double value = Double.parseDouble(a);
        return Math.abs(value) <= 0x1p53 && value == Double.parseDouble(b);
    }

    private DataSet dataSet(CsvColumns columns) {
        var classes = ClassOrder.of(labels);
        var indices = new HashMap<String, Integer>();
        for (int i = 0; i < classes.size(); i++) {
            indices.put(classes.get(i), i);
        }
        int[] labelIndices = labels.stream().mapToInt(label -> indices.getOrDefault(label, -1)).toArray();
        var examples = new Examples(columns.features().size(), features.build().toArray(), labelIndices);
        return new DataSet(ImmutableList.copyOf(columns.featureNames()), classes, examples, assignment.build());
    }
}
