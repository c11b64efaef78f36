package tandem.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tandem.cli.Tape.Num;
import tools.jackson.databind.JsonNode;

/** A batch on its way through the layers of an exported network, as its README.md tells what they compute. */
final class ExportedLayers {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    final Tape tape = new Tape();

    /** By the key of the parameter. */
    final Map<String, Num> leaves = new TreeMap<>();

    /** Of auxiliary classifiers, times their weights. */
    final List<Num> losses = new ArrayList<>();

    private final JsonNode run;
    private final Map<String, Double> values;
    private final List<Integer> labels;
    private final int epoch;
    private final int position;

    /** @param epoch of training; 0 outside */
    ExportedLayers(JsonNode run, Map<String, Double> values, List<Integer> labels, int epoch, int position) {
        this.run = run;
        this.values = values;
        this.labels = labels;
        this.epoch = epoch;
        this.position = position;
    }

    List<Num[]> logits(List<double[]> examples) {
        List<Num[]> signal = new ArrayList<>();
        for (double[] x : examples) {
            signal.add(Arrays.stream(x).mapToObj(tape::leaf).toArray(Num[]::new));
        }
        for (var layer : run.required("network")) {
            String kind = layer.required("kind").asString();
            if (kind.equals("batch_normalization")) {
                signal = normalized(layer, signal);
            } else if (kind.equals("auxiliary")) {
                var beside = each(layer, signal);
                losses.add(tape.scaled(loss(beside), layer.required("weight").asDouble()));
            } else {
                signal = each(layer, signal);
            }
        }
        return signal;
    }

    private List<Num[]> each(JsonNode layer, List<Num[]> signal) {
        List<Num[]> out = new ArrayList<>();
        for (int e = 0; e < signal.size(); e++) {
            Num[] x = signal.get(e);
            out.add(
                    switch (layer.required("kind").asString()) {
                        case "dense", "auxiliary" -> dense(layer, x);
                        case "convolution", "max_pooling" -> windows(layer, x);
                        case "dropout" -> dropped(layer, x, position + e);
                        case "relu" -> relu(x);
                        default -> x;
                    });
        }
        return out;
    }

    /** Mean cross-entropy. */
    Num loss(List<Num[]> logits) {
        Num sum = tape.leaf(0);
        for (int e = 0; e < logits.size(); e++) {
            Num exponentials = tape.leaf(0);
            for (Num z : logits.get(e)) {
                double exponential = StrictMath.exp(z.value());
                exponentials = tape.plus(exponentials, tape.of(z, exponential, exponential));
            }
            double total = exponentials.value();
            Num logarithm = tape.of(exponentials, StrictMath.log(total), 1 / total);
            sum = tape.plus(sum, tape.plus(logarithm, tape.scaled(logits.get(e)[labels.get(e)], -1)));
        }
        return tape.scaled(sum, 1.0 / logits.size());
    }

    private Num parameter(JsonNode layer, String kind, int output, String input) {
        String key = layer.required("parameters").asInt() + "/" + kind + "/" + output + "/" + input;
        return leaves.computeIfAbsent(key, name -> tape.leaf(values.getOrDefault(name, Double.NaN)));
    }

    private Num[] dense(JsonNode layer, Num[] x) {
        List<Num> out = new ArrayList<>();
        while (values.containsKey(layer.required("parameters").asInt() + "/bias/" + out.size() + "/")) {
            Num z = parameter(layer, "bias", out.size(), "");
            for (int i = 0; i < x.length; i++) {
                z = tape.plus(z, tape.times(parameter(layer, "weight", out.size(), "" + i), x[i]));
            }
            out.add(z);
        }
        return out.toArray(Num[]::new);
    }

    private Num[] relu(Num[] x) {
        Num[] y = new Num[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = tape.of(x[i], Math.max(0, x[i].value()), x[i].value() > 0 ? 1 : 0);
        }
        return y;
    }

    private Num[] windows(JsonNode layer, Num[] x) {
        var out = layer.required("output");
        int size = layer.required("size").asInt();
        int stride = layer.required("stride").asInt();
        int before = layer.path("padding").asString("").equals("same")
                ? Math.max(
                                0,
                                (out.get(0).asInt() - 1) * stride
                                        + size
                                        - layer.required("input").get(0).asInt())
                        / 2
                : layer.path("padding").asInt(0);
        List<Num> y = new ArrayList<>();
        for (int r = 0; r < out.get(0).asInt(); r++) {
            for (int c = 0; c < out.get(1).asInt(); c++) {
                for (int f = 0; f < out.get(2).asInt(); f++) {
                    int[] corner = {r * stride - before, c * stride - before};
                    y.add(layer.has("filters") ? filtered(layer, x, corner, f) : largest(layer, x, corner, f));
                }
            }
        }
        return y.toArray(Num[]::new);
    }

    private Num filtered(JsonNode layer, Num[] x, int[] corner, int filter) {
        var in = layer.required("input");
        int size = layer.required("size").asInt();
        int channels = in.get(2).asInt();
        Num z = parameter(layer, "bias", filter, "");
        for (int i = 0; i < size * size * channels; i++) {
            int r = corner[0] + i / channels / size;
            int c = corner[1] + i / channels % size;
            if (r >= 0 && c >= 0 && r < in.get(0).asInt() && c < in.get(1).asInt()) {
                Num value = x[(r * in.get(1).asInt() + c) * channels + i % channels];
                z = tape.plus(z, tape.times(parameter(layer, "weight", filter, "" + i), value));
            }
        }
        return z;
    }

    private static Num largest(JsonNode layer, Num[] x, int[] corner, int channel) {
        var in = layer.required("input");
        int size = layer.required("size").asInt();
        Num largest = x[(corner[0] * in.get(1).asInt() + corner[1]) * in.get(2).asInt() + channel];
        for (int i = 1; i < size * size; i++) {
            int place = (corner[0] + i / size) * in.get(1).asInt() + corner[1] + i % size;
            Num value = x[place * in.get(2).asInt() + channel];
            largest = value.value() > largest.value() ? value : largest;
        }
        return largest;
    }

    private Num[] dropped(JsonNode layer, Num[] x, int at) {
        double rate = layer.required("rate").asDouble();
        long seed = part(
                part(run.at("/training/dropout_seed").asLong(), epoch),
                layer.required("index").asLong());
        Num[] y = new Num[x.length];
        for (int u = 0; u < x.length; u++) {
            long number = mix(seed + ((long) at * x.length + u + 1) * GAMMA);
            boolean drops = (number >>> 11) * 0x1p-53 < rate;
            y[u] = epoch == 0 ? x[u] : tape.scaled(x[u], drops ? 0 : 1 / (1 - rate));
        }
        return y;
    }

    private static long part(long seed, long index) {
        return mix((seed ^ (index * 0xd1342543de82ef95L)) + GAMMA);
    }

    private static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private List<Num[]> normalized(JsonNode layer, List<Num[]> signal) {
        List<Num[]> out = new ArrayList<>();
        signal.forEach(x -> out.add(new Num[x.length]));
        var shape = layer.required("output");
        int channels = shape.get(shape.size() - 1).asInt();
        for (int c = 0; c < channels; c++) {
            normalize(layer, c, channels, signal, out);
        }
        return out;
    }

    private void normalize(JsonNode layer, int channel, int channels, List<Num[]> in, List<Num[]> out) {
        Num mean = tape.leaf(statistic(layer, "running_mean", channel));
        Num variance = tape.leaf(statistic(layer, "running_variance", channel));
        int n = in.size() * in.getFirst().length / channels;
        if (epoch > 0) {
            Num sum = tape.leaf(0);
            for (Num[] x : in) {
                for (int v = channel; v < x.length; v += channels) {
                    sum = tape.plus(sum, x[v]);
                }
            }
            mean = tape.scaled(sum, 1.0 / n);
            Num squares = tape.leaf(0);
            for (Num[] x : in) {
                for (int v = channel; v < x.length; v += channels) {
                    Num distance = tape.plus(x[v], tape.scaled(mean, -1));
                    squares = tape.plus(squares, tape.times(distance, distance));
                }
            }
            variance = tape.scaled(squares, 1.0 / n);
            keep(layer, channel, mean.value(), squares.value(), n);
        }
        double under = variance.value() + layer.required("epsilon").asDouble();
        Num inverse = tape.of(variance, 1 / Math.sqrt(under), -0.5 / (under * Math.sqrt(under)));
        for (int e = 0; e < in.size(); e++) {
            for (int v = channel; v < in.get(e).length; v += channels) {
                Num standard = tape.times(tape.plus(in.get(e)[v], tape.scaled(mean, -1)), inverse);
                out.get(e)[v] = tape.plus(
                        tape.times(parameter(layer, "scale", channel, ""), standard),
                        parameter(layer, "shift", channel, ""));
            }
        }
    }

    private double statistic(JsonNode layer, String name, int channel) {
        return values.getOrDefault(key(layer, name, channel), Double.NaN);
    }

    private static String key(JsonNode layer, String name, int channel) {
        return layer.required("parameters").asInt() + "/" + name + "/" + channel + "/";
    }

    private void keep(JsonNode layer, int channel, double mean, double squares, int n) {
        boolean keras = layer.required("form").asString().equals("keras");
        double momentum = layer.required("momentum").asDouble();
        double fresh = keras ? 1 - momentum : momentum;
        double variance = squares / (keras ? n : n - 1);
        values.merge(key(layer, "running_mean", channel), mean, (old, now) -> (1 - fresh) * old + fresh * now);
        values.merge(key(layer, "running_variance", channel), variance, (old, now) -> (1 - fresh) * old + fresh * now);
    }
}
