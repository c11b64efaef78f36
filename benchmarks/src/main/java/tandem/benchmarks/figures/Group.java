package tandem.benchmarks.figures;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/** Figures that share a table. */
enum Group {
    WORKS {
        @Override
        Contents contents(Path root) {
            return Works.contents(root);
        }
    },
    IMAGES {
        @Override
        Contents contents(Path root) {
            return Works.images(root);
        }
    },
    MEASURES {
        @Override
        Contents contents(Path root) {
            return Works.measures();
        }
    },
    STEP {
        @Override
        Contents contents(Path root) {
            return Parts.step();
        }
    },
    REMEDIES {
        @Override
        Contents contents(Path root) {
            return Parts.remedies();
        }
    },
    MATRIX {
        @Override
        Contents contents(Path root) {
            return Parts.matrix(root);
        }
    },
    ELEMENTARY {
        @Override
        Contents contents(Path root) {
            return Parts.elementary();
        }
    },
    ALLOCATION {
        @Override
        Contents contents(Path root) {
            return Parts.allocation();
        }
    };

    /**
     * What is launched, in this order in every round, and what is told of it.
     *
     * @param lines of the table
     */
    record Contents(ImmutableList<Subject> subjects, ImmutableList<Line> lines) {}

    /** @param root folder of the project, whose programs are built */
    abstract Contents contents(Path root);

    static Path program(Path root, String name) {
        return root.resolve("benchmarks/target/reference").resolve(name);
    }
}
