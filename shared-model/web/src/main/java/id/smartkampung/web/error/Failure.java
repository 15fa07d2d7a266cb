package id.smartkampung.web.error;

import java.util.List;

/** What went wrong, before it is known whether a person or a program is told. */
record Failure(int status, String code, String title, String detail, List<Problem.Violation> violations) {

    Failure(int status, String code, String title, String detail) {
        this(status, code, title, detail, List.of());
    }
}
