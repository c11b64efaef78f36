package tandem.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom. */
final class PackageTableTest {
    private static final String OURS = "tandem..";

    @Test
    void theRulesSeeTheClasses() {
        assertThat(MainClasses.ALL).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"training", "training.kernels", "measures", "claims", "tables", "experiment", "analysis", "cli"})
    void aPackageOfTheTableHasClasses(String name) {
        assertThat(MainClasses.ALL)
                .anySatisfy(type -> assertThat(type.getPackageName()).startsWith("tandem." + name));
    }

    @ParameterizedTest
    @CsvSource({
        "training, training",
        "measures, measures",
        "claims, claims",
        "tables, tables",
        "experiment, experiment training measures claims tables",
        "analysis, analysis measures claims tables",
    })
    void aPackageImportsOnlyWhatItsRowAllows(String name, String allowed) {
        var allowedPackages = allowed.split(" ");
        for (int i = 0; i < allowedPackages.length; i++) {
            allowedPackages[i] = "tandem." + allowedPackages[i] + "..";
        }
        classes()
                .that()
                .resideInAPackage("tandem." + name + "..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowedPackages)
                        .or(JavaClass.Predicates.resideOutsideOfPackage(OURS)))
                .check(MainClasses.ALL);
    }

    @Test
    void nobodyImportsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("tandem.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tandem.cli..")
                .check(MainClasses.ALL);
    }

    @Test
    void classesLieOnlyInPackagesOfTheTable() {
        classes()
                .should()
                .resideInAnyPackage(
                        "tandem.training..",
                        "tandem.measures..",
                        "tandem.claims..",
                        "tandem.tables..",
                        "tandem.experiment..",
                        "tandem.analysis..",
                        "tandem.cli..")
                .check(MainClasses.ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("tandem.(**)").should().beFreeOfCycles().check(MainClasses.ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MainClasses.ALL.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(ours -> assertThat(ours.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info.java with @NullMarked", ours.getName())
                        .isTrue());
    }
}
