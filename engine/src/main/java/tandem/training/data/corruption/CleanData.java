package tandem.training.data.corruption;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;
import tandem.training.data.PreparedData;

/** The data before corruption, from which mechanisms take their bearings. */
final class CleanData {
    private final PreparedData data;
    private final Supplier<ClassMeans> means;

    CleanData(PreparedData data) {
        this.data = data;
        this.means = Suppliers.memoize(() -> ClassMeans.of(data.train(), data.classCount()));
    }

    PreparedData data() {
        return data;
    }

    int classCount() {
        return data.classCount();
    }

    /** Of the train split. */
    ClassMeans means() {
        return means.get();
    }
}
