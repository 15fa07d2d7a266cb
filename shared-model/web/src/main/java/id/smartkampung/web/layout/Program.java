package id.smartkampung.web.layout;

import id.smartkampung.web.text.Choice;
import java.util.List;

/** What the shared pages have to know of the program they are part of; each program has one bean of it. */
public interface Program {

    /** For instance the name of the desa. */
    String name();

    /** Where that is. */
    String subtitle();

    /** The colour of the band: {@code desa} or {@code kabupaten}. */
    String bodyClass();

    /** The roles an account may have here, see {@link id.smartkampung.web.account.Roles}. */
    List<String> roles();

    /** All entries of the navigation; those of other roles are left out by the layout, the first four go to the thumb. */
    List<MenuItem> menu();

    /** The kecamatan a camat may be bound to; the first is that of the demonstration. */
    default List<Choice> areas() {
        return List.of();
    }

    /** The parts of the program to which an admin may bind an account. */
    default List<Feature> features() {
        return List.of();
    }

    /** The parts of the village to which an admin may bind an account, each as {@code dusun|rw|rt}. */
    default List<Choice> reaches() {
        return List.of();
    }

    /** Whether this is a village to practise on. */
    default boolean training() {
        return false;
    }

    default String help() {
        return "/panduan";
    }
}
