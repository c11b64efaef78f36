package tandem.experiment.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tandem.experiment.problem.UnusableInputException;

/** The records of a CSV file, one after the other, each with the line on which it starts. Empty lines are skipped. */
final class CsvRecords {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final CsvText text;
    private final DataProblems problems;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    /**
     * One record.
     *
     * @param line from 1
     * @param fields without surrounding space
     */
    record Row(int line, List<String> fields) {}

    CsvRecords(CsvText text, DataProblems problems) {
        this.text = text;
        this.problems = problems;
        try {
            this.parser = CSVParser.parse(text.reader(), FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        this.records = parser.iterator();
    }

    /**
     * The next record, or nothing at the end of the file.
     *
     * @throws UnusableInputException with all problems so far, if it is malformed: what follows cannot be told apart
     */
    Optional<Row> next() {
        long before = parser.getCurrentLineNumber();
        try {
            return records.hasNext() ? Optional.of(row(records.next())) : Optional.empty();
        } catch (UncheckedIOException e) {
            boolean unterminated = String.valueOf(e.getMessage()).contains("EOF");
            int line = (int) (unterminated ? before + 1 : Math.max(1, parser.getCurrentLineNumber()));
            String message = unterminated
                    ? "a quote opens in this record and never closes; close it, or double a quote that is meant"
                    : "text follows a closing quote; double a quote that is meant";
            problems.add(() -> text.problem(line, 0, "", message));
            throw problems.toException();
        }
    }

    /** The parser has read to the end of the record, which may have line breaks in quotes. */
    private Row row(CSVRecord record) {
        long breaks = record.stream()
                .mapToLong(field -> field.chars().filter(c -> c == '\n').count())
                .sum();
        int line = (int) (parser.getCurrentLineNumber() - breaks);
        return new Row(line, record.stream().map(String::strip).toList());
    }
}
