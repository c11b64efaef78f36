package tandem.experiment.recording;

import com.google.common.collect.ImmutableList;
import tandem.measures.examples.Duplicates;
import tandem.measures.examples.ExampleGroup;
import tandem.training.data.Damage;
import tandem.training.data.Examples;

/** The group of each example of a split: from what corruption did to it, and whether its features occur twice. */
final class ExampleGroups {
    private ExampleGroups() {}

    static ImmutableList<ExampleGroup> of(Examples examples) {
        boolean[] duplicate = Duplicates.in(examples.features(), examples.featureCount());
        var groups = ImmutableList.<ExampleGroup>builderWithExpectedSize(duplicate.length);
        for (int i = 0; i < duplicate.length; i++) {
            var damage = examples.damage(i);
            groups.add(ExampleGroup.firstOf(
                    damage == Damage.LABEL, damage == Damage.INPUTS, damage == Damage.COPY || duplicate[i]));
        }
        return groups.build();
    }
}
