package org.nabla.account;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.nabla.web.FormErrors;

/** The way in, by a password and by a code where one is asked beside it; and the way out. */
@ApplicationScoped
class SignIn {

    /** What came of an attempt to sign in: in, in once the code has come, or out with what is wrong. */
    record Door(FormErrors errors, boolean awaitsCode) {
        static final Door OPEN = new Door(FormErrors.none(), false);
        static final Door HALF_OPEN = new Door(FormErrors.none(), true);

        static Door shut(FormErrors errors) {
            return new Door(errors, false);
        }
    }

    private final PasswordCheck passwords;
    private final SecondStep secondStep;
    private final CodeCheck codes;
    private final HalfSignIn half;
    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;
    private final List<GuestMerge> merges;

    SignIn(
            PasswordCheck passwords,
            SecondStep secondStep,
            CodeCheck codes,
            HalfSignIn half,
            UserRepository users,
            SessionService sessions,
            CurrentUser current,
            @All List<GuestMerge> merges) {
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.codes = codes;
        this.half = half;
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.merges = merges;
    }

    /** The first step, and the only one of whom no code is asked. */
    Door byPassword(String login, String password, String address) {
        var found = passwords.of(login, password, address);
        if (found.user().isEmpty()) {
            return Door.shut(found.errors());
        }
        var id = found.user().get().id();
        if (secondStep.isAskedOf(id)) {
            half.begin(id);
            return Door.HALF_OPEN;
        }
        QuarkusTransaction.requiringNew().run(() -> enter(id));
        return Door.OPEN;
    }

    /** The second step. */
    Door byCode(UserId awaited, String code) {
        var errors = codes.take(awaited, code);
        if (!errors.isEmpty()) {
            return Door.shut(errors);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            half.end();
            enter(awaited);
        });
        return Door.OPEN;
    }

    /** The way out. */
    @Transactional
    void end() {
        current.leaves();
    }

    private void enter(UserId id) {
        users.guest(current).ifPresent(guest -> {
            merges.forEach(merge -> merge.merge(guest.id(), id));
            sessions.endAll(guest);
            users.remove(guest);
        });
        current.becomes(users.find(id).orElseThrow());
    }
}
