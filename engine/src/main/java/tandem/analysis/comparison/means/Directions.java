package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import tandem.measures.Detail;
import tandem.measures.Direction;
import tandem.measures.Measures;
import tandem.measures.examples.ExampleMeasure;
import tandem.tables.Schemas;

/** Which way the columns of runs.csv are better. */
public final class Directions {
    private static final String CLEAN = "clean_";

    /** Final loss and accuracy and what comes with a temperature are no measures of a trajectory, but columns of their own. */
    private static final ImmutableMap<String, Direction> BY_COLUMN = Stream.concat(
                    Measures.of(Integer.MAX_VALUE, 2, Detail.ALL).stream(), Stream.of(ExampleMeasure.values()))
            .collect(
                    () -> ImmutableMap.<String, Direction>builder()
                            .put("loss", Direction.LOWER)
                            .put("loss_at_temperature", Direction.LOWER)
                            .put("accuracy", Direction.HIGHER),
                    (map, measure) -> map.put(measure.column(), measure.direction()),
                    (map, other) -> map.putAll(other.buildOrThrow()))
            .buildOrThrow();

    private Directions() {}

    /** Of {@code validation_loss}, {@code clean_test_ece}, ...; neither for what is not known. */
    public static Direction of(String column) {
        return BY_COLUMN.getOrDefault(measure(column), Direction.NEITHER);
    }

    /** Whether it is loss or accuracy of a split at the end, which are compared unless others are asked for. */
    public static boolean isFinal(String column) {
        String measure = measure(column);
        return !measure.equals(column) && (measure.equals("loss") || measure.equals("accuracy"));
    }

    /** The column without its split. */
    private static String measure(String column) {
        String name = column.startsWith(CLEAN) ? column.substring(CLEAN.length()) : column;
        for (String split : Schemas.SPLITS) {
            if (name.startsWith(split + "_")) {
                return name.substring(split.length() + 1);
            }
        }
        return name.startsWith("population_") ? name.substring("population_".length()) : name;
    }
}
