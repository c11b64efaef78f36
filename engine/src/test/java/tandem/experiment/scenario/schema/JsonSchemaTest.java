package tandem.experiment.scenario.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaTest {
    private final JsonNode schema = JsonMapper.builder().build().readTree(JsonSchema.text());

    @Test
    void everyKeyIsThere() {
        assertThat(Schema.paths())
                .contains(
                        "data.source.separation",
                        "model.start.weights",
                        "training.optimizer.epsilon",
                        "training.clip.norm");
        for (var key : Schema.SCENARIO.keys()) {
            assertThat(schema.at("/properties/" + key.name() + "/description").asString())
                    .isEqualTo(key.documentation());
        }
        for (String path : Schema.paths()) {
            assertThat(schema.get("$defs").has(path)).as(path).isTrue();
        }
    }

    @Test
    void everyPathIsAFactorAsAListAndNumbersAlsoAsARange() {
        var factors = schema.at("/properties/factors/properties");
        assertThat(factors.propertyNames()).containsExactlyElementsOf(Schema.paths());
        assertThat(factors.at("/data.split/items/$ref").asString()).isEqualTo("#/$defs/data.split");
        assertThat(factors.at("/training.epochs/anyOf/0/items/$ref").asString()).isEqualTo("#/$defs/training.epochs");
        assertThat(factors.at("/training.epochs/anyOf/1/$ref").asString()).isEqualTo("#/$defs/range");
        assertThat(schema.at("/$defs/range/properties").propertyNames())
                .containsExactly("from", "to", "step", "count", "scale");
    }

    @Test
    void variantsAndUnknownKeysAreCovered() {
        assertThat(schema.at("/properties/factors/patternProperties").size()).isEqualTo(1);
        assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.at("/properties/data/additionalProperties").asBoolean(true))
                .isFalse();
    }

    @Test
    void corruptionsSayWhichSplitsTheyAreDoneTo() {
        String splits = "/splits/description";
        var corruption = schema.at("/properties/corruption/properties");
        assertThat(corruption.at("/label_noise/anyOf/0/properties" + splits).asString())
                .isEqualTo("The splits it is done to; [train, validation] where absent.");
        assertThat(corruption.at("/shift/anyOf/0/properties" + splits).asString())
                .contains("[validation, test]");
        assertThat(corruption.at("/outliers/anyOf/0/properties" + splits).asString())
                .contains("[train] where");
        assertThat(corruption.at("/feature_noise/properties" + splits).asString())
                .contains("[train] where");
        assertThat(corruption.at("/duplicates/properties" + splits).asString())
                .contains("[train, validation, test] where");
    }

    @Test
    void rangesOfValuesAreStated() {
        assertThat(schema.at("/$defs/training.optimizer.momentum/exclusiveMaximum")
                        .asDouble())
                .isEqualTo(1);
        assertThat(schema.at("/$defs/training.epochs/minimum").asInt(-1)).isZero();
    }

    @Test
    void everyKindOfLayerHasItsKeys() {
        var layers = schema.at("/$defs/model.layers/items/anyOf");
        assertThat(layers.valueStream()
                        .map(layer -> layer.at("/properties/kind/const").asString()))
                .contains("dense", "convolution", "average_pooling", "batch_normalization", "auxiliary");
        assertThat(layers.get(1).at("/properties/padding/anyOf/1/minimum").asInt(-1))
                .isZero();
        assertThat(schema.at("/$defs/model.dropout/exclusiveMaximum").asDouble())
                .isEqualTo(1);
        assertThat(schema.at("/$defs/model.auxiliary/anyOf/0/enum/0").asString())
                .isEqualTo("none");
    }
}
