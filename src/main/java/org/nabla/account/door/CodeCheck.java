package org.nabla.account.door;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.nabla.account.SecondStep;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.UserId;
import org.nabla.web.form.FormErrors;

/** Takes codes of the second step, and makes guessing them slow. */
@Singleton
public class CodeCheck {

    private final SecondStep secondStep;
    private final Throttle throttle;

    CodeCheck(SecondStep secondStep, Throttle throttle) {
        this.secondStep = secondStep;
        this.throttle = throttle;
    }

    /** Whether this code is one of theirs now; it is used up. Says what is wrong in the field {@code code}. */
    public FormErrors take(UserId user, String code) {
        return attempt(user, () -> secondStep.objection(user, code));
    }

    /** The same of what else a code is for. @param objection why the code is none; empty where it is */
    public FormErrors attempt(UserId user, Supplier<Optional<String>> objection) {
        var wait = throttle.attempt(Subject.CODE, user.toString());
        if (wait.isPresent()) {
            return FormErrors.of("code", Throttle.waitFor(wait.get()));
        }
        var found = objection.get();
        if (found.isEmpty()) {
            throttle.succeeded(Subject.CODE, user.toString());
        }
        return FormErrors.none().add("code", found);
    }
}
