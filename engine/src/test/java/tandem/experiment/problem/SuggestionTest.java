package tandem.experiment.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void theDistanceCountsInsertedDeletedAndReplacedLetters() {
        // The textbook pair: k -> s, e -> i, + g.
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("same", "same")).isZero();
    }

    @Test
    void theNearestWordIsSuggestedAndAStrangeOneIsNot() {
        var words = List.of("learning_rate", "momentum");
        assertThat(Suggestion.of("learning-rte", words)).isEqualTo("; did you mean 'learning_rate'?");
        assertThat(Suggestion.of("Momentum", words)).isEqualTo("; did you mean 'momentum'?");
        assertThat(Suggestion.of("colour", words)).isEmpty();
    }

    @Test
    void anAbbreviationIsKnownByTheBeginningsOfItsParts() {
        var columns = List.of("clean_train_accuracy", "clean_validation_max_accuracy", "clean_validation_accuracy");
        assertThat(Suggestion.of("clean_valid_accuracy", columns))
                .isEqualTo("; did you mean 'clean_validation_accuracy'?");
        assertThat(Suggestion.of("clean_val_max_acc", columns))
                .isEqualTo("; did you mean 'clean_validation_max_accuracy'?");
        assertThat(Suggestion.of("c_v_a", columns)).isEmpty();
    }

    @Test
    void aPathThatLacksASectionIsKnownByItsLastKey() {
        var paths = java.util.List.of("training.optimizer.learning_rate", "training.epochs", "data.train");
        assertThat(Suggestion.of("training.learning_rate", paths))
                .isEqualTo("; did you mean 'training.optimizer.learning_rate'?");
        assertThat(Suggestion.of("learning_rate", paths))
                .isEqualTo("; did you mean 'training.optimizer.learning_rate'?");
    }
}
