package org.nabla.account.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.nabla.account.SecondStep;
import org.nabla.account.UserId;
import org.nabla.account.password.PasswordCheck;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.SecurityLog;
import org.nabla.web.form.FormErrors;

/** The way in, by a password and by a code where one is asked beside it; and the way out. */
@Singleton
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
    private final CurrentUser current;
    private final Merging merging;
    private final Event<SecondStepTaken> taken;

    SignIn(
            PasswordCheck passwords,
            SecondStep secondStep,
            CodeCheck codes,
            HalfSignIn half,
            CurrentUser current,
            Merging merging,
            Event<SecondStepTaken> taken) {
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.codes = codes;
        this.half = half;
        this.current = current;
        this.merging = merging;
        this.taken = taken;
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
        QuarkusTransaction.requiringNew().run(() -> merging.enter(id));
        return Door.OPEN;
    }

    /** The second step. */
    Door byCode(UserId awaited, String code) {
        var errors = codes.take(awaited, code);
        if (!errors.isEmpty()) {
            SecurityLog.write("a wrong code for account " + awaited);
            return Door.shut(errors);
        }
        SecurityLog.write("the code of account " + awaited);
        QuarkusTransaction.requiringNew().run(() -> {
            var before = half.end();
            var session = merging.enter(awaited);
            before.ifPresent(token -> taken.fire(new SecondStepTaken(token, session)));
        });
        return Door.OPEN;
    }

    /** The first step of whom somebody else vouches for; the code is asked of them too, if they want it. */
    @Transactional
    SignOn.Passage byVoucher(UserId id) {
        SecurityLog.write("account " + id + " by a voucher of another site");
        return secondStep.isAskedOf(id)
                ? new SignOn.Passage(true, half.begin(id))
                : new SignOn.Passage(false, merging.enter(id));
    }

    /** The way out. */
    @Transactional
    void end() {
        current.leaves();
    }
}
