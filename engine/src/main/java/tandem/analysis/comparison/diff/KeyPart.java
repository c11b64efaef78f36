package tandem.analysis.comparison.diff;

import java.util.function.Function;
import tandem.tables.TableReader;

/**
 * One part of a row's key.
 *
 * @param label what it is called: mostly a column
 * @param mayBeBlank whether an empty field is a key like any other
 * @param of reads it from a row
 */
record KeyPart(String label, boolean mayBeBlank, Function<TableReader.Fields, String> of) {

    static KeyPart column(String name, int index, boolean mayBeBlank) {
        return new KeyPart(name, mayBeBlank, fields -> fields.at(index));
    }
}
