package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tandem.experiment.problem.Suggestion;

/**
 * What each column of a file is.
 *
 * @param names from the header, without surrounding space
 * @param label index of the label column
 * @param weight index of the column of weights, if there is one
 * @param split index of the column that says the split, where it is used or recognised
 * @param features indices of all others
 */
record CsvColumns(
        ImmutableList<String> names,
        int label,
        OptionalInt weight,
        OptionalInt split,
        ImmutableList<Integer> features) {

    /**
     * @param header the fields of the first record
     * @param split index of the split column, if there is one
     * @param wanted names of the label, empty for the last column that is neither weight nor split, and of the weight
     * @throws tandem.experiment.problem.UnusableInputException if the header is no good
     */
    static CsvColumns of(
            CsvText text, DataProblems problems, List<String> header, OptionalInt split, CsvDataReader.Columns wanted) {
        var names = ImmutableList.copyOf(header);
        checkNames(text, problems, names);
        OptionalInt weight = weight(text, problems, names, wanted.weight());
        int last = names.size() - 1;
        while (is(split, last) || is(weight, last)) {
            last--;
        }
        Optional<String> label = wanted.label();
        int labelIndex = label.map(names::indexOf).orElse(last);
        if (label.isPresent() && labelIndex < 0) {
            problems.add(() -> text.problem(1, 0, label.get(), unknown(label.get(), names)));
        }
        if (weight.isPresent() && (is(weight, labelIndex) || weight.equals(split))) {
            String other = is(weight, labelIndex) ? "label" : "split column";
            problems.add(() -> text.fieldProblem(
                    1,
                    weight.getAsInt(),
                    names.get(weight.getAsInt()),
                    "is both the weight and the " + other + "; choose another weight, or remove data.weight"));
        }
        if (split.isPresent() && labelIndex == split.getAsInt()) {
            problems.add(() -> text.fieldProblem(
                    1,
                    labelIndex,
                    names.get(labelIndex),
                    "is both the label and the split column; choose another label"));
        }
        var features = IntStream.range(0, names.size())
                .filter(i -> i != labelIndex && !is(split, i) && !is(weight, i))
                .boxed()
                .collect(ImmutableList.toImmutableList());
        if (features.isEmpty()) {
            problems.add(() -> text.problem(1, 0, "", tooFew(names)));
        }
        problems.throwIfAny();
        return new CsvColumns(names, labelIndex, weight, split, features);
    }

    private static boolean is(OptionalInt column, int index) {
        return column.isPresent() && column.getAsInt() == index;
    }

    private static OptionalInt weight(
            CsvText text, DataProblems problems, ImmutableList<String> names, Optional<String> name) {
        int index = name.map(names::indexOf).orElse(-1);
        if (name.isPresent() && index < 0) {
            problems.add(() -> text.problem(1, 0, name.get(), unknown(name.get(), names)));
        }
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static void checkNames(CsvText text, DataProblems problems, List<String> names) {
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            String name = names.get(i);
            if (name.isEmpty()) {
                problems.add(() -> text.fieldProblem(
                        1,
                        index,
                        "",
                        lenientFormat("column %s has no name; name every column in the first line", index + 1)));
            } else if (!seen.add(name)) {
                problems.add(
                        () -> text.fieldProblem(1, index, name, "a second column of this name; rename one of them"));
            }
        }
    }

    private static String tooFew(List<String> names) {
        String advice = names.size() == 1
                        && (names.getFirst().contains(";") || names.getFirst().contains("\t"))
                ? "separate fields by commas"
                : "give one column per feature and one for the label";
        return "no column is left for features; " + advice;
    }

    /** For a column that is asked for and is not there. */
    static String unknown(String wanted, List<String> names) {
        var candidates = new ArrayList<>(names);
        candidates.removeIf(String::isEmpty);
        String near = Suggestion.of(wanted, candidates);
        return "no column of this name" + (near.isEmpty() ? "; the columns are " + listed(candidates) : near);
    }

    private static String listed(List<String> names) {
        int shown = 8;
        String start = names.stream()
                .limit(shown)
                .map(name -> name.contains(",") ? "'" + name + "'" : name)
                .collect(Collectors.joining(", "));
        return names.size() <= shown ? start : start + lenientFormat(" and %s more", names.size() - shown);
    }

    ImmutableList<String> featureNames() {
        return features.stream().map(names::get).collect(ImmutableList.toImmutableList());
    }
}
