package org.nabla.account;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.web.FormErrors;

/**
 * Lets in whom somebody else vouches for: a learning platform, or the sign-on of a school. Who is who, the caller keeps; an
 * account is never found by an address of mail, which anybody may claim to have.
 */
@ApplicationScoped
public class SignOn {
    private static final int LOGIN_LENGTH = 10;
    private static final int LONGEST_NAME = 80;

    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;
    private final PasswordCheck check;
    private final SecondStep secondStep;
    private final CodeCheck codes;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final List<GuestMerge> merges;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    SignOn(
            UserRepository users,
            SessionService sessions,
            CurrentUser current,
            PasswordCheck check,
            SecondStep secondStep,
            CodeCheck codes,
            SignIn signIn,
            SessionCookie cookie,
            @All List<GuestMerge> merges,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.check = check;
        this.secondStep = secondStep;
        this.codes = codes;
        this.signIn = signIn;
        this.cookie = cookie;
        this.merges = merges;
        this.clock = clock;
    }

    /** Who has proven that an account is theirs; empty, with what to say, where nobody has. */
    public record Proof(Optional<UserId> user, FormErrors errors) {}

    /** What came of a sign-on: in, or in once the code has come. @param token of the session, or of what stands for it until then */
    public record Passage(boolean awaitsCode, Token token) {}

    /** Makes an account without a password, under a login made by chance. */
    @Transactional
    public UserId make(String name) {
        var user = User.guest(clock.instant());
        user.comeFromElsewhere(shortened(name), newLogin());
        users.persistAndFlush(user);
        return user.id();
    }

    /** From now on, in this browser, somebody is this user. */
    @Transactional
    public void enter(UserId id) {
        current.becomes(users.find(id).orElseThrow());
    }

    /** The same with all that signing in does: what a guest did here is kept, and a code is asked of who wants it. */
    public Passage admit(UserId id) {
        return signIn.byVoucher(id);
    }

    /** The secret of the session in which this request comes; empty where nobody is known. */
    public Optional<Token> session() {
        return cookie.read();
    }

    /** Ends the session in which this request comes. */
    public void leave() {
        signIn.end();
    }

    /** Ends sessions, wherever they are. @param hashes of their secrets */
    @Transactional
    public void end(List<byte[]> hashes) {
        hashes.forEach(sessions::end);
    }

    /** Whether nobody can sign in to this account but by whoever vouches for them. */
    @Transactional
    public boolean isWithoutPassword(UserId id) {
        return users.find(id)
                .filter(user -> !user.isGuest() && user.passwordHash().isEmpty())
                .isPresent();
    }

    /**
     * Whose account this is, by login and password, and by a code where one is asked beside the password; nobody is signed in by
     * it. No transaction is open while the password is hashed.
     */
    public Proof prove(String login, String password, String code, String address) {
        var found = check.of(SignUpForm.normalLogin(login), password, address);
        if (found.user().isEmpty()) {
            return new Proof(Optional.empty(), found.errors());
        }
        var user = found.user().get();
        if (user.isPasswordToBeChanged()) {
            return new Proof(Optional.empty(), FormErrors.of("login", PasswordCheck.WRONG));
        }
        var errors = secondStep.isAskedOf(user.id()) ? codes.take(user.id(), code) : FormErrors.none();
        return new Proof(Optional.of(user.id()).filter(id -> errors.isEmpty()), errors);
    }

    /** What one account did goes to the other, which this browser is from now on, and the first one ends. */
    @Transactional
    public void absorb(UserId from, UserId into) {
        merges.forEach(merge -> merge.merge(from, into));
        var gone = users.find(from).orElseThrow();
        sessions.endAll(gone);
        users.getEntityManager().flush();
        users.remove(gone);
        users.getEntityManager().clear();
        current.becomes(users.find(into).orElseThrow());
    }

    private String newLogin() {
        return "from-elsewhere-" + Legible.letters(chance, LOGIN_LENGTH);
    }

    private static String shortened(String name) {
        var plain = name.replaceAll("[\\p{C}\\s]+", " ").strip();
        var fits = plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)).strip();
        return fits.isEmpty() ? "Learner" : fits;
    }
}
