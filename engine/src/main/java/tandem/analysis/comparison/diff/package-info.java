/** Are two tables the same? Rows joined on key columns, compared field by field, in bounded memory. */
@NullMarked
package tandem.analysis.comparison.diff;

import org.jspecify.annotations.NullMarked;
