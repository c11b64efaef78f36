package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import tandem.experiment.scenario.yaml.Node;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema as JSON Schema (draft 2020-12), with which editors complete and check scenarios. It is more lenient than {@link Checker}: a key
 * that a factor may supply is not required.
 */
public final class JsonSchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode definitions = JSON.createObjectNode();

    private JsonSchema() {}

    /** The schema file, always the same bytes, with a line end. */
    public static String text() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JSON.writer().with(printer).writeValueAsString(new JsonSchema().document()) + "\n";
    }

    private ObjectNode document() {
        var document = JSON.createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "Tandem scenario");
        for (String path : Schema.paths()) {
            definitions.set(path, anyOf(Schema.typesAt(path)));
        }
        definitions.set("range", fields(RangeKeys.FIELDS.keys(), ""));
        document.setAll(fields(Schema.SCENARIO.keys(), ""));
        var required = document.putArray("required");
        required.add("name");
        document.set("$defs", definitions);
        return document;
    }

    private ObjectNode anyOf(ImmutableSet<Type> types) {
        if (types.size() == 1) {
            return type(types.iterator().next());
        }
        var any = JSON.createObjectNode();
        var options = any.putArray("anyOf");
        types.forEach(type -> options.add(type(type)));
        return any;
    }

    private ObjectNode type(Type type) {
        return switch (type) {
            case Type.Text text -> JSON.createObjectNode().put("type", "string").put("pattern", jsonPattern(text));
            case Type.Whole whole -> whole(whole);
            case Type.Real real -> real(real.range());
            case Type.Flag _ -> JSON.createObjectNode().put("type", "boolean");
            case Type.Choice choice -> choice(choice);
            case Type.Items items -> {
                var list = JSON.createObjectNode().put("type", "array").put("minItems", items.min());
                list.set("items", type(items.item()));
                yield list;
            }
            case Type.Table table -> {
                var mapping = JSON.createObjectNode().put("type", "object");
                mapping.set("additionalProperties", type(table.value()));
                yield mapping;
            }
            case Type.Fields fields -> fields(fields.keys(), "");
            case Type.Union union -> union(union);
            case Type.Forms forms -> alternatives(List.copyOf(forms.forms()));
            case Type.Either either -> alternatives(either.options());
            case Type.Factors _ -> factors();
            case Type.Exclusions _ -> exclusions();
            case Type.Levels _ -> JSON.createObjectNode().put("type", "object");
        };
    }

    /** Draft 2020-12 patterns are not anchored. */
    private static String jsonPattern(Type.Text text) {
        return "^(" + text.pattern().pattern().replace("(?s).", "[\\s\\S]") + ")$";
    }

    private static ObjectNode whole(Type.Whole type) {
        return JSON.createObjectNode()
                .put("type", "integer")
                .put("minimum", type.min())
                .put("maximum", type.max());
    }

    private static ObjectNode real(Type.Range range) {
        var number = JSON.createObjectNode().put("type", "number");
        if (Double.isFinite(range.low())) {
            number.put(range.lowOpen() ? "exclusiveMinimum" : "minimum", range.low());
        }
        if (Double.isFinite(range.high())) {
            number.put(range.highOpen() ? "exclusiveMaximum" : "maximum", range.high());
        }
        return number;
    }

    private static ObjectNode choice(Type.Choice type) {
        var choice = JSON.createObjectNode();
        var words = choice.putArray("enum");
        type.choices().forEach(words::add);
        return choice;
    }

    private ObjectNode alternatives(List<Type> options) {
        var any = JSON.createObjectNode();
        ArrayNode list = any.putArray("anyOf");
        options.forEach(option -> list.add(type(option)));
        return any;
    }

    private ObjectNode union(Type.Union type) {
        var union = JSON.createObjectNode().put("description", type.documentation());
        var variants = union.putArray("anyOf");
        type.variants().forEach((kind, variant) -> variants.add(fields(variant.keys(), kind)));
        return union;
    }

    /** @param kind value of the key {@code kind}; empty where there is no such key */
    private ObjectNode fields(List<Key> keys, String kind) {
        var mapping = JSON.createObjectNode().put("type", "object");
        var properties = mapping.putObject("properties");
        if (!kind.isEmpty()) {
            properties.putObject(Type.Union.KIND).put("const", kind);
        }
        for (var key : keys) {
            var property = type(key.type());
            property.put("description", key.documentation());
            if (key.otherwise() instanceof Default.Fixed(Node.Scalar scalar)) {
                putDefault(property, scalar);
            }
            properties.set(key.name(), property);
        }
        mapping.put("additionalProperties", false);
        return mapping;
    }

    private static void putDefault(ObjectNode property, Node.Scalar scalar) {
        if (Numbers.whole(scalar).isPresent()) {
            property.put("default", Numbers.whole(scalar).getAsLong());
        } else if (Numbers.real(scalar).isPresent()) {
            property.put("default", Numbers.real(scalar).getAsDouble());
        } else if (scalar.text().equals("true") || scalar.text().equals("false")) {
            property.put("default", scalar.text().equals("true"));
        } else {
            property.put("default", scalar.text());
        }
    }

    private static ObjectNode reference(String definition) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + definition);
    }

    private ObjectNode factors() {
        var factors = JSON.createObjectNode().put("type", "object");
        var properties = factors.putObject("properties");
        var settings = JSON.createObjectNode().put("type", "object");
        var settable = settings.putObject("properties");
        for (String path : Schema.paths()) {
            settable.set(path, reference(path));
            var list = JSON.createObjectNode()
                    .put("type", "array")
                    .put("minItems", 1)
                    .put("uniqueItems", true);
            list.set("items", reference(path));
            boolean numbers = Schema.typesAt(path).stream().anyMatch(JsonSchema::hasNumbers);
            properties.set(path, numbers ? listOrRange(list) : list);
        }
        settings.put("additionalProperties", false);
        var variants = JSON.createObjectNode().put("type", "object").put("minProperties", 1);
        variants.put("description", "Named variants: each level sets several paths.");
        variants.set("additionalProperties", settings);
        factors.putObject("patternProperties").set("^(?!(data|model|training)$)[A-Za-z][A-Za-z0-9_-]*$", variants);
        factors.put("additionalProperties", false);
        return factors;
    }

    private static ObjectNode listOrRange(ObjectNode list) {
        var any = JSON.createObjectNode();
        any.putArray("anyOf").add(list).add(reference("range"));
        return any;
    }

    private static boolean hasNumbers(Type type) {
        return switch (type) {
            case Type.Whole _, Type.Real _ -> true;
            case Type.Either either -> either.options().stream().anyMatch(JsonSchema::hasNumbers);
            case Type.Text _, Type.Flag _, Type.Choice _, Type.Items _, Type.Table _, Type.Fields _, Type.Union _ ->
                false;
            case Type.Forms _, Type.Factors _, Type.Exclusions _, Type.Levels _ -> false;
        };
    }

    private static ObjectNode exclusions() {
        var list = JSON.createObjectNode().put("type", "array");
        list.putObject("items").put("type", "object").put("minProperties", 1);
        return list;
    }
}
