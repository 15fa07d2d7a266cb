package id.smartkampung.village;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.Path;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> VALUES = Set.of("nik", "noKk", "kodeDesa", "kodeWilayah");

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
            .resideOutsideOfPackages("..village.log..", "..sync..", "..inbox..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("..village.log..", "..sync..", "..inbox..")
                    .and(DescribedPredicate.not(nameMatching(".*\\.(Outbox|Synced|SyncStatus|SyncView)(\\$.*)?"))))
            .because("how an event travels is decided in one room");

    @ArchTest
    static final ArchRule theLogKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("..village.log..", "..sync..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.smartkampung.village..")
                    .and(DescribedPredicate.not(resideInAnyPackage("..village.log..", "..sync..", "..profile.."))))
            .because("the log carries what features give it, and only the inbox hands something to them");

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("id.smartkampung.village.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, and taken out, without all the others");

    @ArchTest
    static final ArchRule whatIsServedIsCalledPageOrResource = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveNameMatching(".*(Page|Resource)")
            .because("whoever looks for an address finds it by the name of the class");

    @ArchTest
    static final ArchRule pagesBeginNoTransaction = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould(haveAMethodThatBeginsATransaction())
            .because("a page translates; what belongs together is decided by the service");

    @ArchTest
    static final ArchRule entitiesStayInside = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("have no entity in their signature") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean inside = method.getRawReturnType().isAnnotatedWith(Entity.class)
                            || method.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                    events.add(new SimpleConditionEvent(method, !inside, method.getFullName()));
                }
            })
            .because("the public shape stays when the entity changes");

    @ArchTest
    static final ArchRule transactionsBeginInServices = classes()
            .that(beginTransactions())
            .should()
            .haveNameMatching(".*(Service|Register|Outbox)")
            .orShould()
            .resideInAnyPackage("..village.log..", "..sync..", "..inbox..")
            .because("one finds what is committed together by looking at the services");

    @ArchTest
    static final ArchRule wiringIsSeen = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("a class says in its constructor what it needs, and a test can give it");

    @ArchTest
    static final ArchRule constantsAreConstant =
            fields().that().areStatic().should().beFinal().because("what changes belongs to a bean or to the database");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
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

    private static ArchCondition<JavaClass> haveAMethodThatBeginsATransaction() {
        return new ArchCondition<>("have a method that begins a transaction") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods()
                        .forEach(method -> events.add(new SimpleConditionEvent(
                                method, method.isAnnotatedWith(Transactional.class), method.getFullName())));
            }
        };
    }
}
