/**
 * Result folders as pages to look at: data gathered from their tables alone, and the page it is put in. Nothing is
 * trained, and nothing is fetched when the page is opened.
 */
@NullMarked
package tandem.analysis.report;

import org.jspecify.annotations.NullMarked;
