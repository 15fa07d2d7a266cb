package id.smartkampung.model.log;

/** A record of a log topic is no event: an attribute is missing, too long or not of its form. */
public class EnvelopeFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    EnvelopeFormatException(String attribute) {
        super("attribute " + attribute + " is missing or not of its form");
    }
}
