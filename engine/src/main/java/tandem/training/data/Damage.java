package tandem.training.data;

/** What corruption did to an example; of several kinds the last counts. */
public enum Damage {
    /** Nothing. */
    NONE,
    /** It was made a copy of a prototype, exact or near. */
    COPY,
    /** Its features were changed. */
    INPUTS,
    /** Its label was changed. */
    LABEL;

    /** The one that counts of this and another. */
    public Damage and(Damage other) {
        return compareTo(other) < 0 ? other : this;
    }
}
