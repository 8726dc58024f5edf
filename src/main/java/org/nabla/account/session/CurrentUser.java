package org.nabla.account.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.AccountRoles;
import org.nabla.account.Contact;
import org.nabla.account.Role;
import org.nabla.account.Token;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.web.page.Page;
import org.nabla.web.page.Visitor;
import org.nabla.web.trouble.Refusal;

/** Whoever sends this request. Looked up once, and only where somebody asks. */
@RequestScoped
public class CurrentUser implements Visitor {

    private final SessionService sessions;
    private final SessionCookie cookie;
    private final UserRepository users;
    private final AccountRoles roles;
    private final Contact contact;
    private final GuestDoor door;
    private final Clock clock;

    private boolean known;
    private Optional<User> user = Optional.empty();
    private Optional<User> newcomer = Optional.empty();
    private Optional<Boolean> comma = Optional.empty();

    CurrentUser(
            SessionService sessions,
            SessionCookie cookie,
            UserRepository users,
            AccountRoles roles,
            Contact contact,
            GuestDoor door,
            Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.users = users;
        this.roles = roles;
        this.contact = contact;
        this.door = door;
        this.clock = clock;
    }

    /** Who signed in, or the guest; empty for somebody who has only looked so far. */
    public Optional<UserId> id() {
        return user().map(User::id);
    }

    /**
     * Who does something worth keeping. Makes a guest of somebody who has only looked so far: to be asked for when it is known that
     * there is something to keep, so that nobody fills the database with guests who did nothing.
     *
     * @throws Refusal where too many guests came from one address
     */
    public UserId orGuest() {
        return user().orElseGet(this::newGuest).id();
    }

    /**
     * Who signed in.
     *
     * @throws RedirectionException to the page for signing in, which leads back to {@code page}
     */
    public UserId signedIn(Page page) {
        return signedIn(page.getPath());
    }

    /**
     * Who signed in.
     *
     * @throws RedirectionException to the page for signing in, which leads on to the address {@code back}
     */
    public UserId signedIn(String back) {
        return user().filter(found -> !found.isGuest()).map(User::id).orElseThrow(() -> Gatekeeper.toSignIn(back));
    }

    /** Who it is, on a page for which {@code @RolesAllowed} asks for a role. */
    public UserId known() {
        return user().orElseThrow().id();
    }

    /** What they may do. Nothing for somebody who has only looked so far. */
    public Set<Role> roles() {
        return user().map(roles::of).orElseGet(() -> EnumSet.noneOf(Role.class));
    }

    /**
     * Who signed in and may teach.
     *
     * @throws RedirectionException to the page for signing in, which leads back to {@code page}
     * @throws Refusal where they may not
     */
    public UserId teacher(Page page) {
        var id = signedIn(page);
        if (!isTeacher()) {
            throw Gatekeeper.forTeachers();
        }
        return id;
    }

    /**
     * Who runs the site. For everybody else there is no such page.
     *
     * @throws NotFoundException for everybody else
     */
    public UserId operator() {
        if (!isOperator()) {
            throw Gatekeeper.notThere();
        }
        return user().orElseThrow().id();
    }

    @Override
    public boolean writesWithComma() {
        return comma.orElseGet(() -> user().filter(User::writesWithComma).isPresent());
    }

    /** What {@link #writesWithComma} says for the rest of this request, for which nobody has to be looked up for it then. */
    public void writesWithComma(boolean here) {
        comma = Optional.of(here);
    }

    @Override
    public boolean isSignedIn() {
        return user().filter(found -> !found.isGuest()).isPresent();
    }

    @Override
    public boolean isGuest() {
        return user().filter(User::isGuest).isPresent();
    }

    @Override
    public String getName() {
        return user().filter(found -> !found.isGuest()).map(User::name).orElse("");
    }

    @Override
    public boolean isTeacher() {
        return roles().contains(Role.TEACHER);
    }

    @Override
    public boolean isOperator() {
        return roles().contains(Role.OPERATOR);
    }

    /** From now on, in this browser, somebody is this user; the token of before is of no use any more. */
    public Token becomes(User newUser) {
        if (newUser.isDisabled()) {
            throw new Refusal(Response.Status.FORBIDDEN, "This account is closed", contact.askAboutClosedAccount());
        }
        cookie.read().ifPresent(sessions::end);
        var token = sessions.open(newUser, cookie.browser());
        cookie.write(token, sessions.idle(newUser));
        recognise(Optional.of(newUser));
        return token;
    }

    /** From now on, in this browser, nobody is known. */
    public void leaves() {
        cookie.read().ifPresent(sessions::end);
        cookie.remove();
        recognise(Optional.empty());
    }

    /** Who signed in with a one-time password and has not chosen one of their own: for all other pages, nobody. */
    public Optional<UserId> newcomer() {
        return user().isPresent() ? Optional.empty() : newcomer.map(User::id);
    }

    private void recognise(Optional<User> found) {
        known = true;
        user = found.filter(somebody -> !somebody.isPasswordToBeChanged() && !somebody.isDisabled());
        newcomer = found.filter(somebody -> somebody.isPasswordToBeChanged() && !somebody.isDisabled());
    }

    private User newGuest() {
        door.check();
        return QuarkusTransaction.joiningExisting().call(() -> {
            var guest = User.guest(clock.instant());
            users.persist(guest);
            becomes(guest);
            return guest;
        });
    }

    private Optional<User> user() {
        if (!known) {
            var token = cookie.read();
            if (token.isPresent() && !BlockingOperationControl.isBlockingAllowed()) {
                return Optional.empty(); // the head of an error page on an event loop: it does without the name
            }
            recognise(token.flatMap(this::find));
        }
        return user;
    }

    private Optional<User> find(Token token) {
        return sessions.find(token).map(found -> {
            if (found.prolonged()) {
                cookie.write(token, sessions.idle(found.user()));
            }
            return found.user();
        });
    }
}
