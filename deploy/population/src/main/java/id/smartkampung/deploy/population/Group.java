package id.smartkampung.deploy.population;

import id.smartkampung.model.vocabulary.Relationship;
import java.util.ArrayList;
import java.util.List;

/** A family in the making: its head, who has joined so far, and how many there shall be. */
final class Group {

    final Draft head;
    final List<Draft> members = new ArrayList<>();

    int size;

    Group(Draft head, int size) {
        this.head = head;
        this.size = size;
        join(head, Relationship.HEAD);
        if (head.spouse != null) {
            join(head.spouse, Relationship.WIFE);
        }
    }

    void join(Draft person, Relationship relationship) {
        person.relationship = relationship;
        members.add(person);
    }

    /** Joins as a child of the head and of the head's spouse. */
    void joinChild(Draft child) {
        join(child, Relationship.CHILD);
        Draft parent = mother();
        if (parent.isWoman()) {
            child.mother = parent;
        }
        if (!head.isWoman()) {
            child.father = head;
        }
    }

    /** By whose age a child is judged: the wife, else the head. */
    Draft mother() {
        return head.spouse == null ? head : head.spouse;
    }

    int room() {
        return size - members.size();
    }

    boolean mayHaveChild(Draft child) {
        int byMother = mother().age - child.age;
        int byHead = head.age - child.age;
        return !head.isSingle() && byMother >= 17 && byMother <= 45 && byHead >= 17;
    }
}
