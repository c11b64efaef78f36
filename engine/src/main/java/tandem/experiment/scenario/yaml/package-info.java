/** YAML 1.2 with places: reading within limits, deterministic writing. */
@NullMarked
package tandem.experiment.scenario.yaml;

import org.jspecify.annotations.NullMarked;
