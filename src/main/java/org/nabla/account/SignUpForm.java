package org.nabla.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.web.form.FormErrors;

/** What somebody typed to get an account, in the form in which it is stored. */
public record SignUpForm(String name, String login, String email, String password) {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;

    public static final SignUpForm EMPTY = new SignUpForm("", "", "", "");

    public SignUpForm {
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        login = normalLogin(login);
        email = email.strip();
    }

    /** Logins are the same in capitals, which telephones like to begin with. */
    public static String normalLogin(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    public FormErrors errors(PasswordRules rules) {
        return FormErrors.none()
                .add("name", nameError(name))
                .add("login", loginError())
                .add("email", emailError(email))
                .add("password", rules.objection(password, List.of(login, name)));
    }

    public static Optional<String> nameError(String name) {
        if (name.isEmpty()) {
            return Optional.of("Type the name that others should see.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of("Take at most " + LONGEST_NAME + " characters.");
        }
        return INVISIBLE.matcher(name).find()
                ? Optional.of("There is a character in it that nobody sees. Type the name anew.")
                : Optional.empty();
    }

    public static Optional<String> emailError(String email) {
        var fits = email.isEmpty()
                || (email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches());
        return fits ? Optional.empty() : Optional.of("This is no email address. You can leave it out.");
    }

    public Optional<String> optionalEmail() {
        return Optional.of(email).filter(typed -> !typed.isEmpty());
    }

    public Optional<String> loginError() {
        return LOGIN.matcher(login).matches()
                ? Optional.empty()
                : Optional.of("Take 2 to 64 letters (a to z), digits and . _ - + @, with a letter or digit first.");
    }
}
