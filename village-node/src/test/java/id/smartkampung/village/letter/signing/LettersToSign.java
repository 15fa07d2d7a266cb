package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** Letters that wait for the kepala desa, and who is in the office. */
abstract class LettersToSign {

    private static final Pattern LETTER = Pattern.compile("href=\"/surat/([0-9a-f-]{36})\"");

    @Inject
    ResidentService residents;

    Clerk operator;
    Clerk kades;
    String signatory;

    @BeforeEach
    void comeToTheOffice() {
        operator = Clerk.as(Roles.OPERATOR);
        kades = Clerk.as(Roles.KADES);
    }

    String waiting(String name) {
        Resident applicant = residents.register(Residents.named(name), Residents.anOfficer());
        WaitingLetter letter = WaitingLetter.of(operator, applicant.id);
        signatory = letter.signatory();
        return letter.request();
    }

    static String letter(String page) {
        Matcher letter = LETTER.matcher(page);
        assertThat(letter.find()).isTrue();
        return letter.group(1);
    }
}
