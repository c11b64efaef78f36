package tandem.analysis.comparison;

import com.google.common.collect.ImmutableList;

/** A piece of a comparison for people, before it is laid out. */
public sealed interface Part {

    /** What comes below is about. */
    record Heading(String text) implements Part {}

    /** One paragraph. */
    record Sentence(String text) implements Part {}

    /**
     * Rows as long as the heading.
     *
     * @param textColumns the first columns, which hold text; the rest hold numbers
     */
    record Table(ImmutableList<String> heading, ImmutableList<ImmutableList<String>> rows, int textColumns)
            implements Part {}
}
