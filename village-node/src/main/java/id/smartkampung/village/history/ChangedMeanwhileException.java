package id.smartkampung.village.history;

import id.smartkampung.web.error.RefusedException;

/** Somebody else changed the same thing since this page was opened; nothing was overwritten. */
public class ChangedMeanwhileException extends RefusedException {

    private static final long serialVersionUID = 1;

    public ChangedMeanwhileException() {
        super("changed-meanwhile");
    }

    public static void check(int seen, int stored) {
        if (seen != stored) {
            throw new ChangedMeanwhileException();
        }
    }
}
