"""Writes values.txt: networks of layers trained by PyTorch in double precision, for LayersAgainstPytorchTest.

    python3 make_values.py > values.txt              # written by PyTorch 1.13.0a0 (Debian python3-torch 1.13.1+dfsg-4)
    python3 make_values.py random 200 7 > values.txt # as many networks at random, for a search; not kept

Features, start parameters, batch orders and dropout masks come from SplitMix64 in integer arithmetic, as the test and
the engine make them; everything else is PyTorch's, the call beside the values.
"""

import math
import random
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
MASK = (1 << 64) - 1
WEIGHTS, ORDER, DROPOUT, FEATURES = 1, 2, 3, 4


def output(state, i):
    """Output i, from 0, of SplitMix64 begun at state."""
    z = (state + (i + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def part(seed, index):
    return output(seed ^ ((index * 0xD1342543DE82EF95) & MASK), 0)


def number(seed, i):
    """In [-1, 1)."""
    return (output(seed, i) >> 11) * 2.0**-52 - 1


def order_of(epoch, count):
    """Fisher and Yates inside out, places by Lemire's multiplication."""
    seed, order = part(ORDER, epoch), []
    for i in range(count):
        place = ((output(seed, i) >> 32) * (i + 1)) >> 32
        order.append(i)
        order[i], order[place] = order[place], i
    return order


def flat(x):
    """[example][channel][y][x] to [example][y][x][channel]."""
    return x.permute(0, 2, 3, 1).flatten(1) if x.dim() == 4 else x


class Same(torch.nn.Module):
    """Keras' same, which PyTorch has for stride 1 only: the smaller half of the zeros in front."""

    def __init__(self, size, stride):
        super().__init__()
        self.size, self.stride = size, stride

    def forward(self, x):
        sides = []
        for length in (x.shape[3], x.shape[2]):
            zeros = max(0, (math.ceil(length / self.stride) - 1) * self.stride + self.size - length)
            sides += [zeros // 2, zeros - zeros // 2]
        return F.pad(x, sides)


class KerasNormalization(torch.nn.Module):
    """keras.layers.BatchNormalization: moving = momentum * moving + (1 - momentum) * batch, variance by n."""

    def __init__(self, channels, momentum, eps):
        super().__init__()
        self.weight, self.bias = (torch.nn.Parameter(torch.zeros(channels)) for _ in range(2))
        self.running_mean, self.running_var = torch.zeros(channels), torch.ones(channels)
        self.momentum, self.eps = momentum, eps

    def forward(self, x):
        if not self.training:
            return F.batch_norm(x, self.running_mean, self.running_var, self.weight, self.bias, False, 0, self.eps)
        dims = [0, 2, 3] if x.dim() == 4 else [0]
        mean, var = x.detach().mean(dims), x.detach().var(dims, unbiased=False)
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        return F.batch_norm(x, None, None, self.weight, self.bias, True, 0, self.eps)


class Mask(torch.nn.Module):
    """Dropout by given masks: the values [y][x][channel] of an example at its place in the epoch."""

    def __init__(self, rate, index):
        super().__init__()
        self.rate, self.index = rate, index

    def forward(self, x):
        if not self.training:
            return x
        image = x.permute(0, 2, 3, 1) if x.dim() == 4 else x
        units, seed = image[0].numel(), part(part(DROPOUT, self.epoch), self.index)
        first = self.position * units
        kept = [(output(seed, first + i) >> 11) * 2.0**-53 >= self.rate for i in range(image.numel())]
        image = image * torch.tensor(kept).reshape(image.shape) / (1 - self.rate)
        return image.permute(0, 3, 1, 2) if x.dim() == 4 else image


class Network(torch.nn.Module):
    def __init__(self, image, layers, classes):
        super().__init__()
        self.steps, self.learning, self.sides, self.norms, self.masks = torch.nn.ModuleList(), [], [], [], []
        shape, beside = image, []  # (h, w, c) or (count,)
        for text in layers:
            name, *args = text.split()
            channels, places = shape[-1], math.prod(shape)
            made = []
            if name == "conv":
                filters, size, stride = map(int, args[:3])
                border = 0 if args[3] == "same" else int(args[3])
                made = [Same(size, stride)] if args[3] == "same" else []
                bias = len(args) < 5
                made.append(torch.nn.Conv2d(channels, filters, size, stride, border, bias=bias))
            elif name in ("max", "average"):
                kind = torch.nn.MaxPool2d if name == "max" else torch.nn.AvgPool2d
                made = [kind(int(args[0]), int(args[1]))]
            elif name == "pytorch":
                kind = torch.nn.BatchNorm2d if len(shape) == 3 else torch.nn.BatchNorm1d
                made = [kind(channels, eps=float(args[1]), momentum=float(args[0]))]
            elif name == "keras":
                made = [KerasNormalization(channels, float(args[0]), float(args[1]))]
            elif name == "dropout":
                made = [Mask(float(args[0]), len(self.masks))]
                self.masks += made
            elif name == "auxiliary":
                head = torch.nn.Linear(places, classes)
                self.steps.append(head)
                self.sides.append((len(self.steps) - 1, float(args[0]), head))
                beside.append(head)
                continue
            elif name == "flatten":
                made, shape = [torch.nn.Flatten()], (places,)
            elif name == "dense":
                made = [torch.nn.Linear(places, int(args[0]))]
            else:
                made = [{"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh, "sigmoid": torch.nn.Sigmoid}[name]()]
            for module in made:
                self.steps.append(module)
                self.learning += [module] if hasattr(module, "weight") else []
                self.norms += [module] if hasattr(module, "running_mean") else []
            if name != "flatten":
                x = torch.zeros((2, *([shape[2], shape[0], shape[1]] if len(shape) == 3 else shape)))
                self.place(1, 0)
                for module in made:
                    x = module.eval()(x)
                shape = (x.shape[2], x.shape[3], x.shape[1]) if x.dim() == 4 else (x.shape[1],)
        self.steps.append(torch.nn.Linear(math.prod(shape), classes))
        self.learning += [self.steps[-1], *beside]

    def place(self, epoch, position):
        for mask in self.masks:
            mask.epoch, mask.position = epoch, position

    def forward(self, x):
        heads = {at: (weight, head) for at, weight, head in self.sides}
        beside = []
        for at, step in enumerate(self.steps):
            if at in heads:
                beside.append((heads[at][0], step(flat(x))))
            else:
                x = flat(x) if isinstance(step, torch.nn.Flatten) else step(x)
        return x, beside

    def objective(self, x, labels):
        logits, beside = self(x)
        loss = F.cross_entropy(logits, labels)
        return loss + sum(weight * F.cross_entropy(z, labels) for weight, z in beside), loss

    def tensors(self):
        for module in self.learning:
            yield module.weight
            if module.bias is not None:
                yield module.bias

    def start(self):
        at = 0
        for tensor in self.tensors():
            values = torch.tensor([0.6 * number(WEIGHTS, at + i) for i in range(tensor.numel())])
            at += tensor.numel()
            if tensor.dim() == 4:  # [filter][y][x][channel] to [filter][channel][y][x]
                f, c, h, w = tensor.shape
                values = values.reshape(f, h, w, c).permute(0, 3, 1, 2)
            tensor.data = values.reshape(tensor.shape).clone()

    def parameters_in_order(self):
        for tensor in self.tensors():
            yield from (tensor.permute(0, 2, 3, 1) if tensor.dim() == 4 else tensor).flatten().tolist()

    def statistics(self):
        return [v for n in self.norms for v in n.running_mean.tolist() + n.running_var.tolist()]


def optimizer_of(text, tensors):
    name, rate = text.split()
    rate = float(rate)
    if name == "adam":
        # A bias before a normalization has the gradient 0; a smaller eps would make steps of its rounding.
        return torch.optim.Adam(tensors, rate, betas=(0.9, 0.99), eps=1e-4)
    return torch.optim.SGD(tensors, rate, momentum=0.9 if name == "momentum" else 0)


def line(key, values):
    print(key, *(f"{v:.13g}" for v in values))


def case(image, layers, classes=2, count=5, batch=5, epochs=1, optimizer="sgd 1"):
    network = Network(image, layers, classes)
    network.start()
    h, w, c = image
    values = [1.5 * number(FEATURES, i) for i in range(count * h * w * c)]
    x = torch.tensor(values).reshape(count, h, w, c).permute(0, 3, 1, 2)
    labels = torch.tensor([i % classes for i in range(count)])
    steps = optimizer_of(optimizer, list(network.tensors()))
    losses, objectives, norms, statistics = [], [], [], []

    def evaluate():
        network.eval()
        with torch.no_grad():
            objective, loss = network.objective(x, labels)
        losses.append(loss.item())
        objectives.append(objective.item())
        statistics.append(network.statistics())

    evaluate()
    for epoch in range(1, epochs + 1):
        order = order_of(epoch, count) if batch < count else list(range(count))
        total = 0
        for first in range(0, count, batch):
            rows = order[first : first + batch]
            network.train()
            network.place(epoch, first)
            steps.zero_grad()
            network.objective(x[rows], labels[rows])[0].backward()
            total += math.sqrt(sum((t.grad**2).sum().item() for t in network.tensors()))
            steps.step()
        norms.append(total / math.ceil(count / batch))
        evaluate()
    if not all(math.isfinite(v) for v in losses) or losses[-1] > 20:
        return
    print("case", *image, classes, count, batch, epochs, optimizer)
    print("layers", "; ".join(layers))
    print("calls", "; ".join(" ".join(str(step).split()) for step in network.steps))
    line("loss", losses)
    line("objective", objectives)
    line("norm", norms)
    for epoch in range(1, epochs + 1) if network.norms else []:
        line("statistics", statistics[epoch])
    line("parameters", network.parameters_in_order())
    print()


def chosen():
    image = (5, 4, 2)
    first = "conv 2 1 1 0"
    for conv in ("1 1 0", "1 2 0", "1 2 1", "2 1 0", "2 1 1", "2 1 same", "2 2 same", "3 1 same", "3 1 1", "3 2 0", "3 2 1", "3 2 same", "5 1 1", "5 1 2", "5 2 2", "5 2 same"):
        case(image, [first, f"conv 2 {conv}", "flatten"])
    for pool in ("2 1", "2 2", "3 1", "3 2"):
        case(image, [first, "max " + pool, "flatten"])
        case(image, [first, "average " + pool, "flatten"])
    for act in ("relu", "tanh", "sigmoid"):
        filters = 17 if act == "tanh" else 3
        case((3, 2, 2), [first, act, f"conv {filters} 2 1 0 nobias", act, "flatten", "dense 3", act])
    for form in ("pytorch 0.1 1e-5", "keras 0.99 1e-3"):
        case((3, 2, 2), [first, form, "tanh", "flatten"], count=8, batch=8, epochs=4, optimizer="sgd 0.2")
        case((3, 2, 2), [form, "flatten", "dense 3", form, "relu"], count=8, batch=3, epochs=3, optimizer="sgd 0.2")
    case((3, 2, 2), [first, "dropout 0.3", "tanh", "flatten", "dense 4", "dropout 0.5"], count=7, batch=3, epochs=3,
         optimizer="sgd 0.5")
    case((3, 2, 2), ["auxiliary 0.5", "conv 3 2 1 same", "auxiliary 0.3", "relu", "auxiliary 2", "max 2 1",
                     "auxiliary 0", "flatten", "dense 4", "auxiliary 0.7", "sigmoid"], classes=3, epochs=2)
    whole = ["conv 3 3 1 same", "pytorch 0.1 1e-5", "relu", "auxiliary 0.3", "max 2 1", "conv 4 3 2 1", "keras 0.9 1e-3",
             "tanh", "average 2 1", "dropout 0.2", "flatten", "dense 5", "pytorch 0.3 1e-3", "relu", "dropout 0.5",
             "auxiliary 0.2"]
    for optimizer in ("sgd 0.1", "momentum 0.05", "adam 0.01"):
        case((5, 4, 2), whole, classes=3, count=40, batch=16, epochs=4, optimizer=optimizer)
    case((4, 4, 1), whole, classes=3, count=75, batch=70, epochs=3, optimizer="adam 0.02")


def at_random(count, seed):
    draw = random.Random(seed)
    for _ in range(count):
        image = draw.randint(1, 7), draw.randint(1, 7), draw.choice((1, 2, 3, 16))
        layers = []
        one = lambda: draw.choice((
            f"conv {draw.choice((1, 2, 3, 15, 16))} {draw.randint(1, 5)} {draw.randint(1, 3)} "
            f"{draw.choice(('same', 'same', '0', '1', '2', '3'))}{draw.choice(('', '', ' nobias'))}",
            f"{draw.choice(('max', 'average'))} {draw.randint(1, 3)} {draw.randint(1, 3)}",
            *flexible()))
        flexible = lambda: (
            f"pytorch {draw.choice((0, 0.1, 0.7, 1))} 1e-2", f"keras {draw.choice((0, 0.1, 0.9, 1))} 1e-2", "tanh", "relu",
            "sigmoid", f"dropout {draw.choice((0, 0.1, 0.5, 0.8))}", f"auxiliary {draw.choice((0, 0.3, 1.7))}")
        layers = [one() for _ in range(draw.randint(0, 8))] + ["flatten"]
        for _ in range(draw.randint(0, 4)):
            layers.append(draw.choice((f"dense {draw.choice((1, 2, 5, 16, 17))}", *flexible())))
        n = draw.choice((4, 11, 33, 70))
        batch = draw.choice((3, 4, 32, 33, 64))
        if n % batch == 1:
            batch = n
        try:
            case(image, layers, draw.choice((2, 3, 5)), n, min(batch, n), draw.randint(1, 3),
                 draw.choice(("sgd 0.1", "momentum 0.03", "adam 0.01")))
        except (RuntimeError, ValueError):
            continue  # a window that does not fit


if __name__ == "__main__":
    print("# Written by make_values.py with PyTorch", torch.__version__, "in double precision.")
    print()
    if len(sys.argv) > 1:
        at_random(int(sys.argv[2]), int(sys.argv[3]))
    else:
        chosen()
