package tandem.analysis.comparison.diff;

import java.util.Map;

/**
 * Rows with the same first key, by key.
 *
 * @param order that first key
 */
record Block(long order, Map<String, KeyedRow> rows) {}
