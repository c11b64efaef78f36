package tandem.experiment.scenario.factor;

import com.google.common.collect.ImmutableMap;
import tandem.experiment.scenario.yaml.Node;

/**
 * One level of a factor.
 *
 * @param text what tables show
 * @param settings what the level sets, by path
 */
public record Level(String text, ImmutableMap<String, Node.Entry> settings) {}
