package tandem.experiment.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tandem.experiment.data.DataSettings;
import tandem.experiment.data.Source;
import tandem.training.data.DataSettingException;

/** The column of weights of each file. Since it is no feature, cells that disagree about it would have different inputs. */
final class WeightColumns {
    private final Map<Source.File, Optional<String>> known = new LinkedHashMap<>();

    /** @throws DataSettingException if an earlier cell on the same file has another column of weights, or has one and this has none */
    void check(DataSettings data) {
        if (data.source() instanceof Source.File file) {
            var earlier = known.putIfAbsent(file, data.weight());
            if (earlier != null && !earlier.equals(data.weight())) {
                throw new DataSettingException(
                        "weight",
                        "cells would differ in their features; set data.weight once and vary training.sample_weights");
            }
        }
    }
}
