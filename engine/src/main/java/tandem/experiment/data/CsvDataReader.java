package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final ImmutableSet<String> MISSING =
            ImmutableSet.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?", "-");
    private static final ImmutableSet<String> SPLIT_NAMES = ImmutableSet.of("train", "validation", "test");

    private final CsvText text;
    private final DataProblems problems;
    private final Columns wanted;
    private final ImmutableDoubleArray.Builder features = ImmutableDoubleArray.builder();
    private final ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder();
    private final CsvLabels labels = new CsvLabels();
    private final ImmutableList.Builder<Split> assignment = ImmutableList.builder();

    /**
     * The columns a scenario asks for.
     *
     * @param label empty for the last column that is neither weight nor split column
     * @param weight name of the column of weights, if there is to be one
     * @param split name of the column that says the split
     * @param splitRequired whether the file must have that column; otherwise it is left aside where it holds split names, which no
     *     feature can
     */
    record Columns(Optional<String> label, Optional<String> weight, String split, boolean splitRequired) {}

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
        var records = new CsvRecords(text, problems);
        var header = records.next()
                .map(CsvRecords.Row::fields)
                .orElseThrow(() -> noExamples("the file is empty; give a header line and"));
        var first = records.next();
        var columns = CsvColumns.of(text, problems, header, splitColumn(header, first), wanted);
        if (first.isEmpty()) {
            throw noExamples("a header but no examples; give");
        }
        boolean complete = true;
        for (var row = first; row.isPresent(); row = records.next()) {
            complete &= add(columns, row.get());
        }
        if (complete) {
            checkClasses(columns);
        }
        columns.weight().ifPresent(index -> checkWeights(columns.names().get(index)));
        problems.throwIfAny();
        var examples = new Examples(columns.features().size(), features.build().toArray(), labels.classIndices());
        return new DataSet(
                columns.featureNames(),
                labels.classNames(),
                columns.weight().isPresent() ? examples.weighted(weights.build().toArray()) : examples,
                assignment.build());
    }

    private UnusableInputException noExamples(String message) {
        return new UnusableInputException(text.problem(0, 0, "", message + " one line per example"));
    }

    private OptionalInt splitColumn(List<String> header, Optional<CsvRecords.Row> first) {
        int index = header.indexOf(wanted.split());
        if (index < 0) {
            if (wanted.splitRequired()) {
                problems.add(() -> text.problem(1, 0, wanted.split(), CsvColumns.unknown(wanted.split(), header)));
            }
            return OptionalInt.empty();
        }
        boolean recognised = first.map(CsvRecords.Row::fields)
                        .filter(fields -> index < fields.size() && SPLIT_NAMES.contains(fields.get(index)))
                        .isPresent()
                && !wanted.label().equals(Optional.of(wanted.split()));
        return wanted.splitRequired() || recognised ? OptionalInt.of(index) : OptionalInt.empty();
    }

    /** Whether the row has the fields it should have. */
    private boolean add(CsvColumns columns, CsvRecords.Row row) {
        int size = row.fields().size();
        int expected = columns.names().size();
        if (size != expected) {
            String found = size == 1 ? "1 field," : size + " fields,";
            problems.add(() -> text.problem(
                    row.line(),
                    0,
                    "",
                    lenientFormat("%s but the header has %s columns; give one field per column", found, expected)));
            return false;
        }
        for (int index : columns.features()) {
            features.add(number(columns, index, row));
        }
        columns.weight().ifPresent(index -> weights.add(weight(columns, index, row)));
        String label = row.fields().get(columns.label());
        if (label.isEmpty()) {
            addProblem(columns, columns.label(), row, "a missing label; remove the example or fill the label in");
        }
        labels.add(label);
        columns.split().ifPresent(index -> addSplit(columns, index, row));
        return !label.isEmpty();
    }

    private double weight(CsvColumns columns, int index, CsvRecords.Row row) {
        double weight = number(columns, index, row);
        if (weight < 0) {
            String field = CsvText.shortened(row.fields().get(index));
            addProblem(columns, index, row, lenientFormat("a weight must not be negative: '%s'", field));
        }
        return weight;
    }

    private double number(CsvColumns columns, int index, CsvRecords.Row row) {
        String field = row.fields().get(index);
        if (MISSING.contains(field)) {
            String shown = field.isEmpty() ? "a missing value" : "a missing value ('" + field + "')";
            addProblem(columns, index, row, shown + "; remove the example or fill the value in");
            return 0;
        }
        if (!ClassOrder.isNumber(field)) {
            addProblem(
                    columns, index, row, lenientFormat("not a finite decimal number: '%s'", CsvText.shortened(field)));
            return 0;
        }
        double value = Double.parseDouble(field);
        if (!Double.isFinite(value)) {
            addProblem(
                    columns,
                    index,
                    row,
                    lenientFormat("too large for a double: '%s'; rescale the column", CsvText.shortened(field)));
            return 0;
        }
        return value;
    }

    private void addSplit(CsvColumns columns, int index, CsvRecords.Row row) {
        String field = row.fields().get(index);
        switch (field) {
            case "train" -> assignment.add(Split.TRAIN);
            case "validation" -> assignment.add(Split.VALIDATION);
            case "test" -> assignment.add(Split.TEST);
            default -> {
                addProblem(
                        columns,
                        index,
                        row,
                        lenientFormat("must be train, validation or test: '%s'", CsvText.shortened(field)));
            }
        }
    }

    private void addProblem(CsvColumns columns, int index, CsvRecords.Row row, String message) {
        problems.add(() -> text.fieldProblem(row.line(), index, columns.names().get(index), message));
    }

    private void checkWeights(String name) {
        if (problems.isEmpty() && weights.build().stream().allMatch(weight -> weight == 0)) {
            problems.add(() -> text.problem(
                    1, 0, name, "every weight is 0, so that no example counts; give one a positive weight"));
        }
    }

    private void checkClasses(CsvColumns columns) {
        String name = columns.names().get(columns.label());
        labels.problems().forEach(message -> problems.add(() -> text.problem(1, 0, name, message)));
    }
}
