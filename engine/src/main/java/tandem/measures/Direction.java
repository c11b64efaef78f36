package tandem.measures;

/** Which way a measure is better, where all else is the same. */
public enum Direction {
    /** A loss: it is minimised. */
    LOWER("lower is better"),
    /** A score: it is maximised. */
    HIGHER("higher is better"),
    /** It says something, but not that a model is good. */
    NEITHER("neither is better");

    private final String text;

    Direction(String text) {
        this.text = text;
    }

    /** As a clause. */
    public String text() {
        return text;
    }
}
