package id.smartkampung.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "id.smartkampung.web", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule roomsFormNoCycle = slices().matching("id.smartkampung.web.(*)..")
            .should()
            .beFreeOfCycles()
            .because("who changes the trail need not know the login page");

    @ArchTest
    static final ArchRule knowsNoProgram = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.smartkampung.village..", "id.smartkampung.district..")
            .because("both programs stand on it");

    @ArchTest
    static final ArchRule nobodyElseReadsTheWallClock = noClasses()
            .that()
            .resideOutsideOfPackage("..time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test has to be able to let time pass");

    @ArchTest
    static final ArchRule onlyServicesBeginTransactions = noClasses()
            .that()
            .haveSimpleNameEndingWith("Page")
            .should()
            .beAnnotatedWith(jakarta.transaction.Transactional.class)
            .because("a page only translates");
}
