package tandem.measures.examples;

/** What became of an example from the beginning to the end of an interval, in the order of tables. */
public enum Transition {
    STAYS_RIGHT,
    STAYS_WRONG,
    BECOMES_RIGHT,
    BECOMES_WRONG;

    /** As in tables. */
    public String text() {
        return switch (this) {
            case STAYS_RIGHT -> "stays_right";
            case STAYS_WRONG -> "stays_wrong";
            case BECOMES_RIGHT -> "becomes_right";
            case BECOMES_WRONG -> "becomes_wrong";
        };
    }

    static Transition between(boolean rightBefore, boolean rightAfter) {
        if (rightBefore == rightAfter) {
            return rightAfter ? STAYS_RIGHT : STAYS_WRONG;
        }
        return rightAfter ? BECOMES_RIGHT : BECOMES_WRONG;
    }
}
