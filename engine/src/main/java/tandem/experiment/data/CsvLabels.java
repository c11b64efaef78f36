package tandem.experiment.data;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tandem.training.data.ClassOrder;

/** The labels of a file, read one by one, and what they say about the classes. */
final class CsvLabels {
    /** More classes than this, most of them seen once, look like numbers to be predicted rather than classes. */
    private static final int MOST_PLAUSIBLE_CLASSES = 20;

    private final List<String> labels = new ArrayList<>();

    void add(String label) {
        labels.add(label);
    }

    /** The classes in order. */
    ImmutableList<String> classNames() {
        return ClassOrder.of(labels);
    }

    /** Of each example. */
    int[] classIndices() {
        var classes = classNames();
        var indices = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < classes.size(); i++) {
            indices.put(classes.get(i), i);
        }
        return labels.stream()
                .mapToInt(label -> indices.getOrDefault(label, -1))
                .toArray();
    }

    /** What is wrong with the classes as a whole, given that no example was left out. */
    ImmutableList<String> problems() {
        var classes = classNames();
        var problems = ImmutableList.<String>builder();
        if (classes.size() == 1) {
            problems.add(lenientFormat(
                    "every label is '%s'; a classifier needs two classes or more",
                    CsvText.shortened(classes.getFirst())));
        }
        if (classes.size() > MOST_PLAUSIBLE_CLASSES && 2 * classes.size() > labels.size()) {
            problems.add(lenientFormat(
                    "%s different labels in %s examples; name the label column with data.label",
                    classes.size(), labels.size()));
        }
        for (int i = 1; i < classes.size(); i++) {
            if (equalNumbers(classes.get(i - 1), classes.get(i))) {
                problems.add(lenientFormat(
                        "the labels '%s' and '%s' are the same number; write them alike",
                        classes.get(i - 1), classes.get(i)));
            }
        }
        return problems.build();
    }

    /** Beyond 2^53 two whole numbers can share a double and differ. */
    private static boolean equalNumbers(String a, String b) {
        if (!ClassOrder.isNumber(a) || !ClassOrder.isNumber(b)) {
            return false;
        }
        double value = Double.parseDouble(a);
        return Math.abs(value) <= 0x1p53 && value == Double.parseDouble(b);
    }
}
