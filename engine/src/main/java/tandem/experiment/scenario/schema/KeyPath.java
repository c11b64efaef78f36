package tandem.experiment.scenario.schema;

import org.jspecify.annotations.Nullable;

/** Where a value stands, {@code training.optimizer.learning_rate} or {@code model.hidden[1]}; its text is made only when somebody asks. */
public record KeyPath(@Nullable KeyPath parent, String key, int index) {
    private static final int NO_INDEX = -1;

    /** The scenario as a whole. */
    public static final KeyPath ROOT = new KeyPath(null, "", NO_INDEX);

    public KeyPath child(String name) {
        return new KeyPath(this, name, NO_INDEX);
    }

    /** Item {@code position}, from 0, of a list. */
    public KeyPath item(int position) {
        return new KeyPath(this, "", position);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return key;
        }
        String before = parent.toString();
        if (index != NO_INDEX) {
            return before + "[" + index + "]";
        }
        return before.isEmpty() ? key : before + "." + key;
    }
}
