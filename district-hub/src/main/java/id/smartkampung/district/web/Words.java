package id.smartkampung.district.web;

import id.smartkampung.web.text.Texts;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** What constants are called in Indonesian: {@code request.state.words}; the key is {@code RequestState.READY}. */
public final class Words {

    private Words() {}

    @TemplateExtension(matchName = "words")
    public static String words(Enum<?> constant) {
        return Arc.container().instance(Texts.class).get().of(key(constant));
    }

    private static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
