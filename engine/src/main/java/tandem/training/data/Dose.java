package tandem.training.data;

/**
 * How much of a mechanism a split got. Its unit is the mechanism's: mostly a share of the split's examples.
 *
 * @param asked what the settings say
 * @param realised what came of it: counts are whole
 */
public record Dose(double asked, double realised) {}
