package id.smartkampung.village.resident;

import id.smartkampung.web.text.Choice;
import java.util.List;

/**
 * One field of the form of a resident, ready to be shown.
 *
 * @param kind how it is asked for: text, date, digits, phone, choice, area
 * @param options of a choice; a first one without a value where nothing may be chosen
 * @param stored what is stored now, where that differs from what was typed and somebody else changed it; null otherwise
 */
record FormField(
        String name,
        String label,
        String kind,
        String value,
        List<Choice> options,
        String hint,
        String error,
        String stored,
        boolean required) {}
