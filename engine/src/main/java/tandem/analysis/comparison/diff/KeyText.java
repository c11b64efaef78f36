package tandem.analysis.comparison.diff;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;

/** The fields of a key as one text that no other fields give. */
final class KeyText {
    private static final char SEPARATOR = '\u001f';
    private static final char ESCAPE = '\u001e';

    private KeyText() {}

    static void append(StringBuilder key, String field) {
        key.append(SEPARATOR);
        if (field.indexOf(SEPARATOR) < 0 && field.indexOf(ESCAPE) < 0) {
            key.append(field);
        } else {
            key.append(field.replace("\u001e", "\u001e0").replace("\u001f", "\u001e1"));
        }
    }

    /** {@code run=3, epoch=2, split=train}; empty fields are left out. */
    static String shown(ImmutableList<String> labels, String key) {
        var text = new StringBuilder();
        int part = 0;
        for (String field : Splitter.on(SEPARATOR).split(key.substring(1))) {
            if (!field.isEmpty()) {
                text.append(text.isEmpty() ? "" : ", ").append(labels.get(part)).append('=');
                text.append(field.replace("\u001e1", "\u001f").replace("\u001e0", "\u001e"));
            }
            part++;
        }
        return text.toString();
    }
}
