package id.smartkampung.district.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.log.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a code is good for, and what a stranger would try with it. */
@QuarkusTest
@WithTestResource(SecuredBroker.class)
class JoiningCodeTest extends VillagesToJoin {

    @Test
    void aCodeIsGoodForOneServerOnly() {
        EnrolmentCode code = code(a);
        village.join(code);

        assertThat(new JoiningVillage(a).join(code).statusCode()).isEqualTo(REFUSED);
    }

    @Test
    void whoeverLostTheAnswerMayAskAgain() throws InterruptedException {
        EnrolmentCode code = code(a);
        village.join(code);

        assertThat(village.join(code).statusCode()).isEqualTo(200);
        assertWritten(Topics.up(a), event(a));
    }

    @Test
    void anExpiredCodeIsRefused() {
        EnrolmentCode code = code(a);
        kampung.run("update enrolment_code set expires_at = now() - interval '1 second' where node = ?", a.value());

        assertThat(village.join(code).statusCode()).isEqualTo(REFUSED);
    }

    @Test
    void aNewCodeWithdrawsTheOneBefore() {
        EnrolmentCode old = code(a);
        code(a);

        assertThat(village.join(old).statusCode()).isEqualTo(REFUSED);
    }

    @Test
    void theAnswerDoesNotTellWhatIsWrong() {
        EnrolmentCode ofAnother = code(b);
        Response unknown = village.join(EnrolmentCode.random(new SecureRandom(), Optional.empty()));
        Response wrongVillage = village.join(ofAnother);
        Response wrongSignature = village.join(ofAnother, new JoiningVillage(b).key());

        assertThat(unknown.statusCode()).isEqualTo(REFUSED);
        assertThat(wrongVillage.asString()).isEqualTo(unknown.asString());
        assertThat(wrongSignature.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void nobodyJoinsWithTheKeyOfAnother() {
        EnrolmentCode code = code(a);

        assertThat(village.join(code, new JoiningVillage(a).key()).statusCode()).isEqualTo(REFUSED);
        assertThat(text("select count(*)::text from village_key where node = ?", a.value()))
                .isEqualTo("0");
    }

    @Test
    void theSecretOfACodeIsNowhereInTheDatabase() {
        EnrolmentCode code = code(a);

        assertThat(text(
                        "select encode(secret_hash, 'hex') from enrolment_code where node = ? and withdrawn_at is null",
                        a.value()))
                .isEqualTo(EnrolmentCode.hash(code.secret()).hex())
                .isNotEqualTo(HexFormat.of().formatHex(code.secret()));
    }

    @Test
    void theCodeKnowsTheCertificateOfTheHub() {
        assertThat(code(a).knowsCertificate()).isTrue();
    }
}
