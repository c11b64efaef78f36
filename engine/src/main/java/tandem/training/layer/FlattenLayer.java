package tandem.training.layer;

/** Copies an image's rows of channels side by side. */
final class FlattenLayer implements PackLayer {
    private final Signal input;
    private final Signal output;
    private final int width;

    FlattenLayer(Signal input, Signal output) {
        this.input = input;
        this.output = output;
        this.width = input.shape.channels() * input.lanes;
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void infer(int count) {
        for (int example = 0; example < count; example++) {
            for (int p = 0; p < input.shape.positions(); p++) {
                System.arraycopy(input.values, from(example, p), output.values, to(example, p), width);
            }
        }
    }

    @Override
    public void backward(int count, boolean continues) {
        for (int example = 0; example < count; example++) {
            for (int p = 0; p < input.shape.positions(); p++) {
                System.arraycopy(output.deltas, to(example, p), input.deltas, from(example, p), width);
            }
        }
    }

    private int from(int example, int position) {
        return input.end(example) + position * input.rowElements;
    }

    private int to(int example, int position) {
        return output.end(example) + position * width;
    }
}
