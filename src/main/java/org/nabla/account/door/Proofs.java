package org.nabla.account.door;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.SecondStep;
import org.nabla.account.SignUpForm;
import org.nabla.account.password.PasswordCheck;
import org.nabla.web.form.FormErrors;

/** Finds out whose an account is, without signing anybody in. */
@Singleton
class Proofs {
    private final PasswordCheck check;
    private final SecondStep secondStep;
    private final CodeCheck codes;

    Proofs(PasswordCheck check, SecondStep secondStep, CodeCheck codes) {
        this.check = check;
        this.secondStep = secondStep;
        this.codes = codes;
    }

    /** By login and password, and by a code where one is asked beside the password. */
    SignOn.Proof of(String login, String password, String code, String address) {
        var found = check.of(SignUpForm.normalLogin(login), password, address);
        if (found.user().isEmpty()) {
            return new SignOn.Proof(Optional.empty(), found.errors());
        }
        var user = found.user().get();
        if (user.isPasswordToBeChanged()) {
            return new SignOn.Proof(Optional.empty(), FormErrors.of("login", PasswordCheck.WRONG));
        }
        var errors = secondStep.isAskedOf(user.id()) ? codes.take(user.id(), code) : FormErrors.none();
        return new SignOn.Proof(Optional.of(user.id()).filter(id -> errors.isEmpty()), errors);
    }
}
