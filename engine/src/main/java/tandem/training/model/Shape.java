package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The shape of what a layer takes or gives for one example, laid out {@code [y][x][channel]}; plain features are one place with a channel each.
 *
 * @param isImage whether height and width mean something: a layer that looks at neighbours wants it so, a dense layer not
 */
public record Shape(int height, int width, int channels, boolean isImage) {

    /** Larger ones are a slip of the pen. */
    private static final int MOST = 1 << 24;

    public Shape {
        checkArgument(
                height > 0 && width > 0 && channels > 0 && (long) height * width * channels <= MOST,
                "a shape has 1 to %s values: %s x %s x %s",
                MOST,
                height,
                width,
                channels);
        checkArgument(isImage || height * width == 1, "features have no height and width: %s x %s", height, width);
    }

    public static Shape image(int height, int width, int channels) {
        return new Shape(height, width, channels, true);
    }

    public static Shape features(int count) {
        return new Shape(1, 1, count, false);
    }

    /** Places of a channel. */
    public int positions() {
        return height * width;
    }

    /** Values of an example. */
    public int count() {
        return positions() * channels;
    }

    @Override
    public String toString() {
        return isImage ? height + " x " + width + " x " + channels : Integer.toString(channels);
    }
}
