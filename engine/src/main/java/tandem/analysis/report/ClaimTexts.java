package tandem.analysis.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What the scenario claims, for the page: each claim's sentence, what it looks at, and the bounds it expects. */
final class ClaimTexts {
    private ClaimTexts() {}

    static void write(ScenarioTree scenario, JsonGenerator json) {
        json.writeArrayPropertyStart("claims");
        for (Object one : ScenarioTree.list(scenario.get("claims"))) {
            var claim = ScenarioTree.map(one);
            var expect = ScenarioTree.map(claim.get("expect"));
            json.writeStartObject();
            json.writeStringProperty("name", String.valueOf(claim.get("name")));
            json.writeStringProperty("says", String.valueOf(claim.getOrDefault("says", claim.get("name"))));
            json.writeStringProperty("column", String.valueOf(claim.getOrDefault("measure", "")));
            json.writeStringProperty("measure", measure(claim));
            json.writeStringProperty("statistic", Plain.text(claim.getOrDefault("statistic", "mean")));
            json.writeBooleanProperty(
                    "share", ScenarioTree.map(claim.get("statistic")).containsKey("share"));
            json.writeObjectPropertyStart("where");
            ScenarioTree.map(claim.get("where"))
                    .forEach((factor, level) -> json.writeStringProperty(factor, Plain.text(level)));
            json.writeEndObject();
            contrast(ScenarioTree.map(claim.get("contrast")), json);
            json.writeStringProperty("expect", expectation(expect));
            bound("low", low(expect), json);
            bound("high", high(expect), json);
            json.writeStringProperty("confidence", String.valueOf(claim.getOrDefault("confidence", "")));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What is expected, to be read behind that word. */
    private static String expectation(Map<String, Object> expect) {
        if (expect.containsKey("increases")) {
            return "to rise with " + expect.get("increases");
        }
        return expect.containsKey("decreases") ? "to fall with " + expect.get("decreases") : Plain.text(expect);
    }

    /** The factor and its two levels; the claim is about the second minus the first. */
    private static void contrast(Map<String, Object> contrast, JsonGenerator json) {
        for (var factor : contrast.entrySet()) {
            var levels = ScenarioTree.list(factor.getValue());
            if (levels.size() == 2) {
                json.writeObjectPropertyStart("contrast");
                json.writeStringProperty("factor", factor.getKey());
                json.writeStringProperty("from", Plain.text(levels.getFirst()));
                json.writeStringProperty("to", Plain.text(levels.getLast()));
                json.writeEndObject();
                return;
            }
        }
    }

    private static String measure(Map<String, Object> claim) {
        String measure = String.valueOf(claim.getOrDefault("measure", ""));
        return claim.containsKey("minus") ? measure + " minus " + claim.get("minus") : measure;
    }

    private static void bound(String name, double value, JsonGenerator json) {
        json.writeName(name);
        Frame.write(value, json);
    }

    /** Where the expected values begin; a trend's differences begin at 0. NaN where they are open. */
    private static double low(Map<String, Object> expect) {
        if (expect.containsKey("equals")) {
            return number(expect.get("equals")) - number(expect.get("tolerance"));
        }
        if (expect.containsKey("increases")) {
            return 0;
        }
        var between = ScenarioTree.list(expect.get("between"));
        return between.isEmpty() ? number(expect.get("above")) : number(between.getFirst());
    }

    private static double high(Map<String, Object> expect) {
        if (expect.containsKey("equals")) {
            return number(expect.get("equals")) + number(expect.get("tolerance"));
        }
        if (expect.containsKey("decreases")) {
            return 0;
        }
        var between = ScenarioTree.list(expect.get("between"));
        return between.isEmpty() ? number(expect.get("below")) : number(between.getLast());
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
