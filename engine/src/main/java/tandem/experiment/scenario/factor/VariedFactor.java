package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import tandem.experiment.grid.Factor;
import tandem.experiment.scenario.yaml.Node;
import tandem.experiment.scenario.yaml.Place;
import tandem.experiment.scenario.yaml.YamlTree;

/**
 * A factor with what its levels set.
 *
 * @param paths everything that some level sets
 * @param place of its name
 * @param written as the resolved scenario writes its levels
 */
public record VariedFactor(
        String name, ImmutableList<Level> levels, ImmutableSet<String> paths, Place place, Node written) {

    public Factor toFactor() {
        return new Factor(name, levels.stream().map(Level::text).collect(ImmutableList.toImmutableList()));
    }

    /** Whether some level sets something in a section, {@code data} for instance. */
    public boolean touches(String section) {
        return paths.stream().anyMatch(path -> YamlTree.overlap(path, section));
    }
}
