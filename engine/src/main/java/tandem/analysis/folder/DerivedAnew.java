package tandem.analysis.folder;

import com.google.common.collect.ImmutableList;
import tandem.tables.ResultFile;

/**
 * What became of the tables of a finished folder when those that follow from others were derived anew.
 *
 * @param rebuilt in the order of writing
 * @param left those whose inputs are missing
 */
public record DerivedAnew(ImmutableList<ResultFile> rebuilt, ImmutableList<Left> left) {

    /**
     * A table that could not be derived.
     *
     * @param missing inputs that are not in the folder
     * @param exists whether there is an old one, which stays as it is
     */
    public record Left(ResultFile table, ImmutableList<ResultFile> missing, boolean exists) {}
}
