package id.smartkampung.village;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import id.smartkampung.deploy.testsupport.HouseRules;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rulesOfTheHouse = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule aVillageKnowsNothingOfTheHub = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.smartkampung.district..", "id.smartkampung.deploy..")
            .because("the two programs agree on shared-model and on nothing else");

    @ArchTest
    static final ArchRule onlyTheLogSpeaksKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..sync..", "..inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.smallrye.reactive.messaging..")
            .because("a feature must work, and be tested, on a village PC without any network");

    @ArchTest
    static final ArchRule featuresSeeOfTheLogOnlyItsOutboxAndItsState = noClasses()
            .that()
            // The enrolment brings keys and credential, with which an event travels; the backup's key lies beside them.
            .resideOutsideOfPackages(
                    "..village.log..",
                    "..village.trust..",
                    "..greeting..",
                    "..sync..",
                    "..inbox..",
                    "..enrolment..",
                    "..village.backup..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("..village.log..", "..village.trust..", "..greeting..", "..sync..", "..inbox..")
                            .and(DescribedPredicate.not(nameMatching(
                                    ".*\\.(Outbox|Erasures|Synced|SyncStatus|SyncView|NodeKeys)(\\$.*)?"))))
            .because("how an event travels is decided in one room");

    @ArchTest
    static final ArchRule theLogKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("..village.log..", "..village.trust..", "..greeting..", "..sync..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.smartkampung.village..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "..village.log..", "..village.trust..", "..greeting..", "..sync..", "..profile.."))))
            .because("the log carries what features give it, and only the inbox hands something to them");

    @ArchTest
    static final ArchRule transactionsBeginInServices = classes()
            .that(beginTransactions())
            .should()
            .haveNameMatching(".*(Service|Register|Outbox)")
            .orShould()
            .resideInAnyPackage("..village.log..", "..village.trust..", "..greeting..", "..sync..", "..inbox..")
            .because("one finds what is committed together by looking at the services");

    /** Who refuses to work without a transaction begins none. */
    private static DescribedPredicate<JavaClass> beginTransactions() {
        return DescribedPredicate.describe(
                "begin transactions",
                type -> begins(type) || type.getMethods().stream().anyMatch(ArchitectureTest::begins));
    }

    private static boolean begins(HasAnnotations<?> place) {
        return place.isAnnotatedWith(Transactional.class)
                && place.getAnnotationOfType(Transactional.class).value() != TxType.MANDATORY;
    }
}
