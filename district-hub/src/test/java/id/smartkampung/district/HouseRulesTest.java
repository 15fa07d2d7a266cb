package id.smartkampung.district;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import id.smartkampung.deploy.testsupport.HouseRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(packages = "id.smartkampung.district", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests rulesOfTheHouse = ArchTests.in(HouseRules.class);

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
                            "..district.greeting..",
                            "..district.outbox..",
                            "..district.intake..",
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
    static final ArchRule beansOfTheInboxStayInside = classes()
            .that()
            .resideInAPackage("..district.inbox..")
            .and()
            .areAnnotatedWith(ApplicationScoped.class)
            .should()
            .notBePublic()
            .because("a class is package-private until another package needs it");
}
