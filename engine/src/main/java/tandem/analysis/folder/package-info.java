/** All tables of a result folder that follow from its run-level tables; nothing of the analysis imports this. */
@NullMarked
package tandem.analysis.folder;

import org.jspecify.annotations.NullMarked;
