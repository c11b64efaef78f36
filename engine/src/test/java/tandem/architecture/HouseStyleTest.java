package tandem.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

/** How types are named and built. */
final class HouseStyleTest {
    private static final String WORDS_THAT_SAY_NOTHING =
            ".*(Utils?|Helpers?|Manager|Processor|Handler|Impl|Base|Abstract|Common|Info)(?![a-z]).*";

    @Test
    void namesSayWhatATypeIs() {
        noClasses()
                .should()
                .haveNameMatching("tandem\\." + WORDS_THAT_SAY_NOTHING)
                .orShould()
                .resideInAnyPackage("..util..", "..utils..", "..helpers..", "..common..")
                .check(MainClasses.ALL);
    }

    @Test
    void aClassIsFinalOrSealed() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .areNotAssignableTo(Enum.class)
                .and(DescribedPredicate.describe(
                        "are not sealed", (JavaClass type) -> !type.reflect().isSealed()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(MainClasses.ALL);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(JavaClass.Predicates.resideInAPackage("tandem.."))
                .should()
                .beFinal()
                .check(MainClasses.ALL);
    }

    @Test
    void vectorsNeverLeaveAKernel() {
        noFields()
                .should()
                .haveRawType(JavaClass.Predicates.assignableTo("jdk.incubator.vector.Vector"))
                .check(MainClasses.ALL);
    }

    @Test
    void exceptionsSayWhatHappened() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(MainClasses.ALL);
    }
}
