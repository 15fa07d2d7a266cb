package id.smartkampung.district.letter;

import id.smartkampung.district.trust.KnownKey;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.verify.LetterBook;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The letters of all villages, for whoever holds one; one that has not arrived yet is known by its seal. */
@ApplicationScoped
class LettersOfAll implements LetterBook {

    private final LetterQueries letters;
    private final AgroalDataSource database;
    private final Texts texts;

    LettersOfAll(LetterQueries letters, AgroalDataSource database, Texts texts) {
        this.letters = letters;
        this.database = database;
        this.texts = texts;
    }

    @Override
    public Optional<Known> find(LetterCode code, NodeId node) {
        return letters.find(code, node).map(told -> new Known(told.letter(), name(told.village())));
    }

    /** A key that a rotation ended signed what came before; one that a person revoked vouches for nothing. */
    @Override
    public Optional<Sender> sealedBy(LetterSeal seal, String signature) {
        boolean signed = keys(seal.node()).stream()
                .filter(known -> !known.revoked())
                .anyMatch(known -> seal.signed(known.key(), signature));
        return letters.village(seal.node())
                .filter(village -> signed)
                .map(village ->
                        new Sender(name(village), letters.heardAt(seal.node()).orElse(null)));
    }

    private List<KnownKey> keys(NodeId node) {
        try (Connection connection = database.getConnection()) {
            return VillageKeys.of(connection, node);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of village " + node + " cannot be read", e);
        }
    }

    private String name(LetterQueries.Sender village) {
        return texts.of(village.kelurahan() ? "verify.kelurahan" : "verify.desa", village.name(), village.kecamatan());
    }
}
