package org.nabla.account.door;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.session.CurrentUser;
import org.nabla.account.session.SessionCookie;
import org.nabla.account.session.SessionService;
import org.nabla.web.form.FormErrors;

/**
 * Lets in whom somebody else vouches for: a learning platform, or the sign-on of a school. Who is who, the caller keeps; an
 * account is never found by an address of mail, which anybody may claim to have.
 */
@Singleton
public class SignOn {
    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;
    private final Newcomers newcomers;
    private final Proofs proofs;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Merging merging;

    SignOn(
            UserRepository users,
            SessionService sessions,
            CurrentUser current,
            Newcomers newcomers,
            Proofs proofs,
            SignIn signIn,
            SessionCookie cookie,
            Merging merging) {
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.newcomers = newcomers;
        this.proofs = proofs;
        this.signIn = signIn;
        this.cookie = cookie;
        this.merging = merging;
    }

    /** Who has proven that an account is theirs; empty, with what to say, where nobody has. */
    public record Proof(Optional<UserId> user, FormErrors errors) {}

    /** What came of a sign-on: in, or in once the code has come. @param token of the session, or of what stands for it until then */
    public record Passage(boolean awaitsCode, Token token) {}

    /** Makes an account without a password, under a login made by chance. */
    @Transactional
    public UserId make(String name) {
        return newcomers.make(name);
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
        return proofs.of(login, password, code, address);
    }

    /** What one account did goes to the other, which this browser is from now on, and the first one ends. */
    @Transactional
    public void absorb(UserId from, UserId into) {
        merging.absorb(from, into);
    }
}
