package id.smartkampung.village.resident;

import java.util.List;

/** Fields of the form of a resident that belong together. */
record FormGroup(String id, String title, List<FormField> fields) {}
