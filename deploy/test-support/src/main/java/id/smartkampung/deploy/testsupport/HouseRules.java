package id.smartkampung.deploy.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** The rules that hold in every program of the house; each program adds its own beside them. */
public final class HouseRules {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final Set<String> VALUES = Set.of("nik", "noKk", "kodeDesa", "kodeWilayah");

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("id.smartkampung.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, and taken out, without all the others");

    @ArchTest
    static final ArchRule whatIsServedIsCalledPageOrResource = classes()
            .that()
            .areAnnotatedWith(PATH)
            .should()
            .haveNameMatching(".*(Page|Resource)")
            .because("the name says whether a person or a program reads the answer");

    @ArchTest
    static final ArchRule whatIsServedBeginsNoTransaction = noClasses()
            .that()
            .areAnnotatedWith(PATH)
            .should()
            .beAnnotatedWith(TRANSACTIONAL)
            .because("a page translates; what belongs together is decided by the service");

    @ArchTest
    static final ArchRule noMethodServedBeginsATransaction = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(PATH)
            .should()
            .beAnnotatedWith(TRANSACTIONAL)
            .because("a page translates; what belongs together is decided by the service");

    @ArchTest
    static final ArchRule entitiesStayInside = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(PATH)
            .and()
            .arePublic()
            .should(new ArchCondition<>("have no entity in their signature") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean inside = method.getRawReturnType().isAnnotatedWith(ENTITY)
                            || method.getRawParameterTypes().stream().anyMatch(type -> type.isAnnotatedWith(ENTITY));
                    events.add(new SimpleConditionEvent(method, !inside, method.getFullName()));
                }
            })
            .because("the public shape stays when the entity changes");

    @ArchTest
    static final ArchRule wiringIsSeen = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a class says in its constructor what it needs, and a test can give it");

    @ArchTest
    static final ArchRule constantsAreConstant =
            fields().that().areStatic().should().beFinal().because("what changes belongs to a bean or to the database");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .that()
            .resideOutsideOfPackage("id.smartkampung.web.time")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes from the one clock, so that a test can set it");

    @ArchTest
    static final ArchRule failuresHaveAName = noClasses()
            .that()
            .areNotAssignableTo(RuntimeException.class)
            .should()
            .callConstructor(RuntimeException.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class, Throwable.class)
            .orShould()
            .callConstructor(RuntimeException.class, Throwable.class)
            .because("who catches a failure must be able to decide by its type");

    @ArchTest
    static final ArchRule nothingGoesToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "a log line has a level and a category, and carries no personal data");

    @ArchTest
    static final ArchRule numbersOfPersonsAreTypes = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(".*(Form|Page|Resource)(\\$.*)?")
            .should(new ArchCondition<>("take a NIK, a KK number or a code as its type") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    for (Parameter parameter : method.reflect().getParameters()) {
                        boolean text = VALUES.contains(parameter.getName()) && parameter.getType() == String.class;
                        events.add(new SimpleConditionEvent(
                                method, !text, method.getFullName() + " takes " + parameter.getName() + " as text"));
                    }
                }
            })
            .because("what was validated once is trusted everywhere, and masked wherever it is printed");

    private HouseRules() {}
}
