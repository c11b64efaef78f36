package tandem.analysis.report;

import java.util.List;
import java.util.Map;

/** Whether predictions are the likelier class throughout, as bounds between loss and accuracy need it. */
final class Thresholds {
    private static final String THRESHOLD = "threshold";
    private static final double HALF = 0.5;

    private Thresholds() {}

    /** Whether no threshold of the scenario, in its model, its factors or their variants, is other than one half. */
    static boolean areHalf(ScenarioTree scenario) {
        return areHalf(scenario.map("model")) && areHalf(scenario.map("factors"));
    }

    private static boolean areHalf(Map<String, Object> tree) {
        return tree.entrySet().stream().allMatch(entry -> {
            String key = entry.getKey();
            return (key.equals(THRESHOLD) || key.endsWith("." + THRESHOLD))
                    ? isHalf(entry.getValue())
                    : areHalf(ScenarioTree.map(entry.getValue()));
        });
    }

    private static boolean isHalf(Object value) {
        return value instanceof List<?> list
                ? list.stream().allMatch(Double.valueOf(HALF)::equals)
                : Double.valueOf(HALF).equals(value);
    }
}
