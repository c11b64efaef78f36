package tandem.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** What only some packages may touch of the world outside. */
final class BoundaryTest {
    private static final String TRAINING = "tandem.training..";

    @Test
    void onlyKernelsSeeVectors() {
        noClasses()
                .that()
                .resideOutsideOfPackage("tandem.training.kernels")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(MainClasses.ALL);
    }

    @Test
    void trainingTouchesNoFiles() {
        noClasses()
                .that()
                .resideInAPackage(TRAINING)
                .should()
                .dependOnClassesThat(resideInAPackage("java.io")
                        .and(type(Serializable.class).negate())
                        .or(resideInAPackage("java.nio.file..")))
                .check(MainClasses.ALL);
    }

    @Test
    void trainingReadsNoYamlOrTables() {
        noClasses()
                .that()
                .resideInAPackage(TRAINING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.snakeyaml..", "tools.jackson..", "org.apache.commons.csv..", "picocli..")
                .check(MainClasses.ALL);
    }

    @Test
    void trainingReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage(TRAINING)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(MainClasses.ALL);
    }

    @Test
    void onlyTheCommandLineWritesToStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("tandem.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(MainClasses.ALL);
    }
}
