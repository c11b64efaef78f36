package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tandem.analysis.comparison.CompareOptions.Question;
import tandem.analysis.comparison.diff.ColumnPattern;
import tandem.analysis.comparison.diff.FolderDiffer;
import tandem.analysis.comparison.diff.ScenarioDiff;
import tandem.analysis.comparison.diff.TableDiffer;
import tandem.analysis.comparison.jmh.JmhResults;
import tandem.analysis.comparison.means.MeansReport;
import tandem.analysis.comparison.means.SideReader;
import tandem.tables.FinishedFolder;
import tandem.tables.RefusedFolderException;

/** Compares the first of several results with each of the others. */
public final class ResultsComparer {
    /** The column that pandas writes the numbers of rows into. */
    private static final ColumnPattern NAMELESS = new ColumnPattern("");

    private final CompareOptions options;
    private final ImmutableList<Path> paths;
    private final ImmutableList<String> labels;

    private ResultsComparer(CompareOptions options, ImmutableList<Path> paths) {
        this.options = options;
        this.paths = paths;
        this.labels = Labels.of(paths);
    }

    /**
     * Answers what is asked.
     *
     * @param paths result folders, or files
     * @throws UnusableComparisonException if what is asked makes no sense of these
     */
    public static Answers compare(ImmutableList<Path> paths, CompareOptions options)
            throws IOException, RefusedFolderException, UnusableComparisonException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UnusableComparisonException(path + ": there is no such file or folder");
            }
        }
        var comparer = new ResultsComparer(options, paths);
        long folders = paths.stream().filter(Files::isDirectory).count();
        if (folders > 0 && folders < paths.size()) {
            throw new UnusableComparisonException(
                    "a result folder and a file cannot be compared; name the file in the folder instead");
        }
        return folders > 0 ? comparer.folders() : comparer.files();
    }

    private Answers folders() throws IOException, RefusedFolderException, UnusableComparisonException {
        var folders = ImmutableList.<FinishedFolder>builder();
        for (Path path : paths) {
            folders.add(FinishedFolder.open(path));
        }
        var open = folders.build();
        var changes = ImmutableList.<Answers.Change>builder();
        var same = ImmutableList.<Answers.Same>builder();
        var differ = new FolderDiffer(options.diff());
        for (int other = 1; other < open.size(); other++) {
            String first = labels.getFirst();
            String second = labels.get(other);
            changes.add(new Answers.Change(first, second, ScenarioDiff.of(open.getFirst(), open.get(other))));
            if (options.questions().contains(Question.SAME)) {
                var diff = differ.diff(open.getFirst(), open.get(other), options.tables());
                same.add(new Answers.SameFolders(first, second, diff));
            }
        }
        var answers = answers(same.build(), new FolderSides(options, labels, open));
        return new Answers(
                WrittenCheck.warnings(open, options),
                changes.build(),
                answers.same(),
                answers.better(),
                answers.remark());
    }

    private Answers files() throws IOException, UnusableComparisonException {
        if (options.selection().baseline().isPresent()) {
            throw new UnusableComparisonException("--baseline compares within a result folder; name one");
        }
        if (options.keys().isEmpty() && areJmh()) {
            // Times never repeat: that they differ says nothing.
            return answers(ImmutableList.of(), new JmhSides(options, labels, paths));
        }
        var columns = FileColumns.of(options, paths);
        var same = ImmutableList.<Answers.Same>builder();
        if (options.questions().contains(Question.SAME)) {
            var keys = columns.rowKeys();
            for (int other = 1; other < paths.size(); other++) {
                same.add(files(other, keys));
            }
        }
        return answers(same.build(), new FileSides(options, labels, columns));
    }

    private boolean areJmh() throws IOException {
        for (Path path : paths) {
            if (!JmhResults.isJmh(path)) {
                return false;
            }
        }
        return true;
    }

    private Answers.Same files(int other, ImmutableList<String> keys) throws IOException {
        var diff = new TableDiffer(options.diff().ignoring(NAMELESS))
                .diff(paths.getFirst(), paths.get(other), keys, options.keys().isEmpty());
        return new Answers.SameFiles(labels.getFirst(), labels.get(other), keys, diff);
    }

    /** What the second question is asked of. */
    interface Sides {
        /** Why it makes no sense; empty where it does. */
        String obstacle();

        MeansReport compare() throws IOException, UnusableComparisonException, SideReader.TooManyException;
    }

    private Answers answers(ImmutableList<Answers.Same> same, Sides sides)
            throws IOException, UnusableComparisonException {
        if (!options.questions().contains(Question.BETTER)) {
            return answers(same, Optional.empty(), "");
        }
        if (!sides.obstacle().isEmpty()) {
            return answers(same, Optional.empty(), sides.obstacle());
        }
        try {
            return answers(same, Optional.of(sides.compare()), "");
        } catch (SideReader.TooManyException e) {
            return answers(
                    same,
                    Optional.empty(),
                    "there are too many cells and measures to compare one by one; average over some with --row, or"
                            + " choose with --filter");
        }
    }

    private static Answers answers(ImmutableList<Answers.Same> same, Optional<MeansReport> better, String remark) {
        return new Answers(ImmutableList.of(), ImmutableList.of(), same, better, remark);
    }
}
