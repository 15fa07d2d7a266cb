package id.smartkampung.deploy.population;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;

/** A person in the making: first only sex, age and marital status, then a place in a family, then the rest. */
final class Draft {

    final Sex sex;
    final int age;
    final LocalDate bornOn;
    final MaritalStatus maritalStatus;

    Draft spouse;
    Draft father;
    Draft mother;
    Relationship relationship;
    Religion religion;
    String fullName;
    Nik nik;
    String bornIn;
    LocalDate marriedOn;

    Draft(Sex sex, int age, LocalDate bornOn, MaritalStatus maritalStatus) {
        this.sex = sex;
        this.age = age;
        this.bornOn = bornOn;
        this.maritalStatus = maritalStatus;
    }

    boolean isMarried() {
        return maritalStatus == MaritalStatus.MARRIED;
    }

    boolean isSingle() {
        return maritalStatus == MaritalStatus.SINGLE;
    }

    boolean isWoman() {
        return sex == Sex.FEMALE;
    }
}
