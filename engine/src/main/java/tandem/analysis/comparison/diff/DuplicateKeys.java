package tandem.analysis.comparison.diff;

import static com.google.common.base.Strings.lenientFormat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import tandem.tables.UnusableTableException;

/** Complains of two rows with one key. */
record DuplicateKeys(Path path, ImmutableList<String> labels) {

    UnusableTableException of(KeyedRow one, KeyedRow other) {
        return new UnusableTableException(
                path,
                Math.max(one.line(), other.line()),
                lenientFormat(
                        "the key %s is also that of line %s; remove one of the rows, or name further key columns with"
                                + " --key",
                        KeyText.shown(labels, one.key()), Math.min(one.line(), other.line())));
    }
}
