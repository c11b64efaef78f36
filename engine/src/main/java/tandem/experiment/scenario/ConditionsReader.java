package tandem.experiment.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tandem.experiment.data.DataSettings;
import tandem.experiment.data.Source;
import tandem.experiment.scenario.LayersReader.Written;
import tandem.experiment.scenario.yaml.Node;
import tandem.training.data.Imbalance;
import tandem.training.data.PlaneShape;
import tandem.training.data.Size;
import tandem.training.data.SplitKind;
import tandem.training.data.Standardize;
import tandem.training.data.corruption.Corruption;
import tandem.training.model.Initializer;
import tandem.training.model.Model;
import tandem.training.model.ModelKind;
import tandem.training.model.Start;
import tandem.training.optimizer.Average;
import tandem.training.optimizer.ClassWeights;
import tandem.training.optimizer.Clip;
import tandem.training.optimizer.Penalty;
import tandem.training.optimizer.SampleWeights;
import tandem.training.optimizer.Schedule;
import tandem.training.optimizer.Training;

/** Turns resolved sections, which are known to be right, into typed settings. */
final class ConditionsReader {
    private ConditionsReader() {}

    static DataSettings data(Settings data) {
        return new DataSettings(
                source(data),
                data.has("label") ? Optional.of(data.text("label")) : Optional.empty(),
                data.has("weight") ? Optional.of(data.text("weight")) : Optional.empty(),
                data.choice("split", SplitKind.class),
                data.text("split_column"),
                size(data.text("train")),
                data.has("validation") ? Optional.of(size(data.text("validation"))) : Optional.empty(),
                data.has("test") ? Optional.of(size(data.text("test"))) : Optional.empty(),
                data.choice("standardize", Standardize.class),
                data.has("r_seed") ? OptionalLong.of(data.section("r_seed").whole("first")) : OptionalLong.empty(),
                imbalance(data),
                Corruption.NONE);
    }

    private static Optional<Imbalance> imbalance(Settings data) {
        if (!data.has("imbalance")) {
            return Optional.empty();
        }
        var imbalance = data.section("imbalance");
        var examples = imbalance.has("examples") ? OptionalInt.of(imbalance.whole("examples")) : OptionalInt.empty();
        return Optional.of(
                switch (imbalance.text("kind")) {
                    case "minority" ->
                        new Imbalance.Minority(imbalance.real("share"), imbalance.text("class"), examples);
                    case "linear" -> new Imbalance.Linear(imbalance.real("ratio"), examples);
                    case "exponential" -> new Imbalance.Exponential(imbalance.real("ratio"), examples);
                    default ->
                        throw new IllegalArgumentException("the schema knows a kind that has no type: " + imbalance);
                });
    }

    private static Source source(Settings data) {
        if (data.find("source") instanceof Node.Scalar scalar) {
            return new Source.File(scalar.text());
        }
        var source = data.section("source");
        int examples = source.whole("examples");
        return switch (source.text("kind")) {
            case "logit" -> new Source.Logit(examples, source.real("slope"), source.real("intercept"));
            case "gaussians" ->
                new Source.Gaussians(
                        examples, source.whole("classes"), source.whole("features"), source.real("separation"));
            case "moons" -> new Source.Plane(examples, new PlaneShape.Moons(source.real("noise")));
            case "xor" -> new Source.Plane(examples, new PlaneShape.Xor(source.real("noise")));
            case "spirals" ->
                new Source.Plane(examples, new PlaneShape.Spirals(source.real("turns"), source.real("noise")));
            default -> throw new IllegalArgumentException("the schema knows a generator that has no type: " + source);
        };
    }

    private static Size size(String text) {
        if (text.equals("rest")) {
            return new Size.Rest();
        }
        boolean share = text.contains(".") || text.contains("E");
        return share ? new Size.Share(Double.parseDouble(text)) : new Size.Count(Integer.parseInt(text));
    }

    static Model model(Settings model) {
        var kind = model.choice("kind", ModelKind.class);
        return new Model(
                kind,
                LayersReader.image(model),
                LayersReader.layers(model).stream().map(Written::layer).collect(ImmutableList.toImmutableList()),
                model.flag("bias"),
                start(model),
                kind == ModelKind.LOGISTIC ? model.real("threshold") : Model.HALF);
    }

    private static Start start(Settings model) {
        if (!model.has("start")) {
            return new Start.Drawn(model.choice("initializer", Initializer.class));
        }
        var start = model.section("start");
        return start.has("slope")
                ? new Start.Line(start.real("slope"), start.real("intercept"))
                : new Start.Given(
                        list(start.find("weights"), layer -> list(layer, ConditionsReader::reals)),
                        list(start.find("biases"), ConditionsReader::reals));
    }

    static <T> ImmutableList<T> list(@Nullable Node node, Function<Node, T> item) {
        return node instanceof Node.Items items
                ? items.items().stream().map(item).collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    static int integer(Node node) {
        return Integer.parseInt(((Node.Scalar) node).text());
    }

    static ImmutableDoubleArray reals(Node node) {
        var values = ImmutableDoubleArray.builder();
        ((Node.Items) node).items().forEach(item -> values.add(Double.parseDouble(((Node.Scalar) item).text())));
        return values.build();
    }

    static Training training(Settings training) {
        var penalty = training.section("penalty");
        String batch = training.text("batch_size");
        return new Training(
                LossReader.loss(training.section("loss")),
                OptimizerReader.optimizer(training.section("optimizer")),
                schedule(training.section("schedule")),
                batch.equals("full") ? Training.FULL_BATCH : Integer.parseInt(batch),
                training.whole("epochs"),
                new Penalty(penalty.real("l2"), penalty.real("l1"), penalty.flag("bias")),
                clip(training),
                classWeights(training),
                average(training),
                sampleWeights(training));
    }

    private static Clip clip(Settings training) {
        if (training.find("clip") instanceof Node.Scalar) {
            return new Clip.None();
        }
        var clip = training.section("clip");
        if (clip.has("per_example")) {
            return new Clip.PerExample(clip.real("per_example"));
        }
        return clip.has("norm") ? new Clip.ByNorm(clip.real("norm")) : new Clip.ByValue(clip.real("value"));
    }

    private static Schedule schedule(Settings schedule) {
        return switch (schedule.text("kind")) {
            case "constant" -> new Schedule.Constant();
            case "step" -> new Schedule.Step(schedule.whole("every"), schedule.real("factor"));
            case "cosine" -> new Schedule.Cosine(schedule.real("final"));
            default -> throw new IllegalArgumentException("the schema knows a schedule that has no type: " + schedule);
        };
    }

    private static Average average(Settings training) {
        return training.find("average") instanceof Node.Scalar
                ? new Average.None()
                : new Average.Exponential(training.section("average").real("decay"));
    }

    private static SampleWeights sampleWeights(Settings training) {
        return training.has("sample_weights")
                ? training.choice("sample_weights", SampleWeights.class)
                : SampleWeights.DATA;
    }

    private static ClassWeights classWeights(Settings training) {
        if (training.find("class_weights") instanceof Node.Scalar scalar) {
            return scalar.text().equals("balanced") ? new ClassWeights.Balanced() : new ClassWeights.None();
        }
        var given = training.section("class_weights");
        var weights = ImmutableMap.<String, Double>builder();
        given.entries().entries().keySet().forEach(label -> weights.put(label, given.real(label)));
        return new ClassWeights.Given(weights.buildOrThrow());
    }
}
