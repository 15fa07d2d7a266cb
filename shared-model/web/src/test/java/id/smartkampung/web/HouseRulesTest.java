package id.smartkampung.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import id.smartkampung.deploy.testsupport.HouseRules;

@AnalyzeClasses(packages = "id.smartkampung.web", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests rulesOfTheHouse = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule knowsNoProgram = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.smartkampung.village..", "id.smartkampung.district..")
            .because("both programs stand on it");
}
