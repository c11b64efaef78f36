"""Trains the network of ImageBenchmark in PyTorch, one at a time, and prints models per CPU-second.

    /usr/bin/python3 benchmarks/reference/pytorch_cnn.py [float32|float64] [BATCH]

Debian: apt-get install python3-torch. One thread; the first training is not counted.
"""

import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"

import torch  # noqa: E402

TRAINED, VALIDATED, EPOCHS, SECONDS = 900, 450, 20, 10


def network(dtype):
    return torch.nn.Sequential(
        torch.nn.Conv2d(1, 4, 3),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(4, 8, 2),
        torch.nn.ReLU(),
        torch.nn.Flatten(),
        torch.nn.Linear(32, 100),
        torch.nn.ReLU(),
        torch.nn.Linear(100, 10),
    ).to(dtype)


def images(count, dtype):
    """Uniform noise, brighter at every tenth pixel from that of the class on, as ImageWork draws it."""
    labels = torch.randint(0, 10, (count,))
    bright = torch.arange(64).remainder(10) == labels[:, None]
    return (torch.rand(count, 64) + 0.5 * bright).to(dtype).reshape(count, 1, 8, 8), labels


def train(dtype, size):
    model = network(dtype)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    loss = torch.nn.CrossEntropyLoss()
    splits = [images(TRAINED, dtype), images(VALIDATED, dtype)]
    x, y = splits[0]
    for _ in range(EPOCHS):
        order = torch.randperm(TRAINED)
        for first in range(0, TRAINED, size):
            batch = order[first : first + size]
            optimizer.zero_grad()
            loss(model(x[batch]), y[batch]).backward()
            optimizer.step()
        with torch.no_grad():
            figures = [(loss(z, b).item(), (z.argmax(1) == b).sum().item()) for z, b in ((model(a), b) for a, b in splits)]
    return figures


def main():
    torch.set_num_threads(1)
    dtype = getattr(torch, sys.argv[1] if len(sys.argv) > 1 else "float32")
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 32
    print(sum(p.numel() for p in network(dtype).parameters()), "parameters, PyTorch", torch.__version__)
    (_, _), (value, right) = train(dtype, size)
    print(f"validation loss {value:.3f}, {right} of {VALIDATED} right")
    start, models = time.process_time(), 0
    while time.process_time() - start < SECONDS:
        train(dtype, size)
        models += 1
    print(f"models per CPU-second {models / (time.process_time() - start):.4g}")


main()
