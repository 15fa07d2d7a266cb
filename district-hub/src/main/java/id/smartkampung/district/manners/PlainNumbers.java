package id.smartkampung.district.manners;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Writes a hundred as 100: as 1E+2, which is right too, many programs read it as a floating point number. */
@Singleton
class PlainNumbers implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    }
}
