package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tandem.tables.ResultFile;
import tandem.tables.TableKeys;
import tandem.tables.TableReader;

/**
 * What the columns of CSV files are to a comparison.
 *
 * @param headers of the files, in their order
 */
record FileColumns(CompareOptions options, ImmutableList<Path> paths, ImmutableList<ImmutableList<String>> headers) {

    /** @throws UnusableComparisonException if no file has a column that an option names */
    static FileColumns of(CompareOptions options, ImmutableList<Path> paths)
            throws IOException, UnusableComparisonException {
        var headers = ImmutableList.<ImmutableList<String>>builder();
        for (Path path : paths) {
            try (var reader = TableReader.open(path)) {
                headers.add(reader.columns());
            }
        }
        var columns = new FileColumns(options, paths, headers.build());
        for (String key : options.keys()) {
            columns.check("--key", key);
        }
        String replicate = options.selection().replicate();
        if (!replicate.equals(CompareOptions.REPLICATE)) {
            columns.check("--replicate", replicate);
        }
        return columns;
    }

    private void check(String option, String column) throws UnusableComparisonException {
        if (headers.stream().noneMatch(header -> header.contains(column))) {
            var first = headers.getFirst();
            String only = first.size() == 1 ? first.getFirst() : "";
            throw new UnusableComparisonException(option + ": there is no column " + column + "; "
                    + (only.contains(";") || only.contains("\t")
                            ? "its fields must be separated by commas"
                            : "there are "
                                    + first.stream()
                                            .filter(name -> !name.isEmpty())
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** Whether all are runs.csv of result folders. */
    boolean areRuns() {
        return options.keys().isEmpty()
                && paths.stream()
                        .allMatch(path -> ResultFile.RUNS.fileName().equals(String.valueOf(path.getFileName())));
    }

    /** What tells rows apart: the columns that were named, and the one that tells repetitions apart where all files have it. */
    ImmutableList<String> rowKeys() throws UnusableComparisonException {
        if (options.keys().isEmpty()) {
            Path first = paths.getFirst();
            return TableKeys.tableNamed(String.valueOf(first.getFileName()))
                    .map(TableKeys::of)
                    .orElseThrow(() -> new UnusableComparisonException(
                            first + " is no table of Tandem's by its name; name the columns that tell its rows apart"
                                    + " with --key"));
        }
        String replicate = options.selection().replicate();
        var keys = ImmutableList.<String>builder().addAll(options.keys());
        return haveReplicate() && !options.keys().contains(replicate)
                ? keys.add(replicate).build()
                : keys.build();
    }

    /** Whether all files have a column that tells repetitions apart. */
    boolean haveReplicate() {
        return headers.stream()
                .allMatch(header -> header.contains(options.selection().replicate()));
    }
}
