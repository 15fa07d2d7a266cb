package id.smartkampung.model.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;

/** The data of an event is not what its type promises. The message names the place, never a value of a person. */
public class EventFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    EventFormatException(String type, String where, IOException cause) {
        super(type + ": " + where, redacted(cause));
    }

    static String where(IOException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "field "
                    + mapping.getPath().stream()
                            .map(step ->
                                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                            .collect(Collectors.joining("."))
                    + " is not of its type";
        }
        if (e instanceof JsonMappingException) {
            return "not what the type promises, a field that must be there is missing";
        }
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            JsonLocation at = json.getLocation();
            return "not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
        }
        return "not readable";
    }

    /** Jackson quotes the offending text in its message; only the kind of the failure may go on. */
    private static Throwable redacted(IOException cause) {
        if (cause == null) {
            return null;
        }
        IOException kind = new IOException(cause.getClass().getSimpleName());
        kind.setStackTrace(cause.getStackTrace());
        return kind;
    }
}
