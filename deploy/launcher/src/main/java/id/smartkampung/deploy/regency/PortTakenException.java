package id.smartkampung.deploy.regency;

import java.util.List;

/** Somebody else listens where a part of the regency is to listen. */
public class PortTakenException extends IllegalStateException {

    PortTakenException(List<String> taken) {
        super("already taken by another program: " + String.join(", ", taken));
    }
}
