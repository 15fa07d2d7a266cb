package id.smartkampung.village.letter.signing;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.web.error.RefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Has the national authority sign, for whoever the letter names. */
final class BsreSigning implements SigningWay {

    private final BsreClient client;
    private final Function<UUID, Optional<Nik>> signers;
    private final char[] passphrase;

    /** The authority shuts an account out after a few wrong ones. */
    private volatile boolean wrong;

    BsreSigning(BsreClient client, Function<UUID, Optional<Nik>> signers, char[] passphrase) {
        this.client = client;
        this.signers = signers;
        this.passphrase = passphrase.clone();
    }

    /** The NIK of who signs, by which the authority knows them. */
    static Optional<Nik> nikOf(UUID signatory) {
        return Signatory.<Signatory>findByIdOptional(signatory).map(one -> one.nik);
    }

    @Override
    public SigningMethod method() {
        return SigningMethod.BSRE;
    }

    @Override
    public byte[] sign(Letter letter, byte[] sheet) {
        if (wrong) {
            throw new SigningFailedException("signer-passphrase-wrong", null);
        }
        Nik nik = signers.apply(letter.signatoryId).orElseThrow(() -> new RefusedException("bsre-without-nik"));
        client.requireCertificate(nik);
        try {
            return requireSigned(client.sign(nik, passphrase, sheet));
        } catch (SigningFailedException e) {
            wrong = e.code().equals("signer-passphrase-wrong");
            throw e;
        }
    }

    /** What comes back without a signature is not a signed letter, whatever the server says. */
    private static byte[] requireSigned(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getLastSignatureDictionary() == null) {
                throw new SigningFailedException("bsre-broke", null);
            }
            return file;
        } catch (IOException e) {
            throw new SigningFailedException("bsre-broke", e);
        }
    }
}
