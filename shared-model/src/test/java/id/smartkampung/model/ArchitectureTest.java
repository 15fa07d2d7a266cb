package id.smartkampung.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    // Arrays of primitives and what shared-web keeps in its own module are not in this analysis.
    @ArchTest
    static final ArchRule seesOnlyTheJdkJacksonAndItself = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", "id.smartkampung.model..")
            .because("what two programs must agree on must not depend on the framework of either");

    @ArchTest
    static final ArchRule theLogKnowsNoEvent = noClasses()
            .that()
            .resideInAnyPackage("..log..", "..protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..event..")
            .because("the log carries bytes; what they mean is decided after they are proven");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("id.smartkampung.model.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package is read from below: vocabularies, then fields, then events");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes in as an argument, so that every decision can be repeated in a test");
}
