package id.smartkampung.village.lettertype;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A village has the letter types of the catalogue before anybody asks for one, and those of a newer release after it. */
@ApplicationScoped
class CatalogueAtStart {

    private final LetterTypeService service;
    private final LetterTypes types;

    CatalogueAtStart(LetterTypeService service, LetterTypes types) {
        this.service = service;
        this.types = types;
    }

    void enter(@Observes StartupEvent start) {
        service.enterCatalogue();
        types.forget();
    }
}
