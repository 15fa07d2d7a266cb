package id.smartkampung.district;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(packages = "id.smartkampung.district", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("id.smartkampung.district.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature must be understood without all the others");

    @ArchTest
    static final ArchRule neverSeesAVillageServer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.smartkampung.village..")
            .because("village and district meet only in shared-model and on the log");

    @ArchTest
    static final ArchRule onlyInboxAndOutboxSpeakKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..district.inbox..", "..district.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
            .because("pages are served without a broker, and the protocol stands in one place");

    @ArchTest
    static final ArchRule nobodySeesTheInbox = noClasses()
            .that()
            .resideOutsideOfPackage("..district.inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..district.inbox..")
            .because("events flow from the inbox into the features, never back");

    @ArchTest
    static final ArchRule theInboxSeesFeaturesOnlyAsProjections = noClasses()
            .that()
            .resideInAnyPackage("..district.inbox..", "..district.apply..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.smartkampung.district..")
                    .and(not(resideInAnyPackage(
                            "..district.inbox..",
                            "..district.apply..",
                            "..district.outbox..",
                            "..district.store..",
                            "..district.trust..",
                            "..district.village..")))
                    .and(not(simpleNameEndingWith("Projection")))
                    .and(not(nameMatching(".*\\.statistics\\.Measure"))))
            .because("what an event does to a feature is written in its projection");

    @ArchTest
    static final ArchRule nobodySeesTheDashboard = noClasses()
            .that()
            .resideOutsideOfPackage("..district.dashboard..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..district.dashboard..")
            .because("the dashboard reads what others write")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule projectionsRefuseToWorkWithoutATransaction = classes()
            .that()
            .haveSimpleNameEndingWith("Projection")
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("rows, totals and cursor are there together or not at all");

    @ArchTest
    static final ArchRule pathsArePagesOrResources = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Page")
            .orShould()
            .haveSimpleNameEndingWith("Resource")
            .because("the name says whether a person or a program reads the answer")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noTransactionBeginsAtAPath = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("transactions begin in services and in the inbox")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule beansAreBuiltByTheirConstructor =
            noFields().should().beAnnotatedWith(Inject.class).because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("time comes from the injected clock");

    @ArchTest
    static final ArchRule nobodyWritesToStandardOutput = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is worth saying is logged");

    @ArchTest
    static final ArchRule nobodyThrowsABareRuntimeException = noClasses()
            .should()
            .callConstructor(RuntimeException.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class, Throwable.class)
            .because("an exception says what was tried");

    @ArchTest
    static final ArchRule beansOfTheInboxStayInside = classes()
            .that()
            .resideInAPackage("..district.inbox..")
            .and()
            .areAnnotatedWith(ApplicationScoped.class)
            .should()
            .notBePublic()
            .because("a class is package-private until another package needs it");
}
