package org.nabla.account.password;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.account.Legible;
import org.nabla.account.OperatorLogins;
import org.nabla.account.SignUpForm;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.session.SessionService;

/** Accounts that a teacher has made for their learners, each with a password that works until its owner has chosen one. */
@Singleton
public class NewAccounts {

    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    /** Who is to get an account. */
    public record Wanted(String name, String login, Optional<String> email) {}

    /** A password that was made by chance, and how it is stored. */
    public record OneTimePassword(String text, String hash) {}

    private final UserRepository users;
    private final SessionService sessions;
    private final Passwords passwords;
    private final OperatorLogins operators;
    private final EntityManager database;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    NewAccounts(
            UserRepository users,
            SessionService sessions,
            Passwords passwords,
            OperatorLogins operators,
            EntityManager database,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.operators = operators;
        this.database = database;
        this.clock = clock;
    }

    /** Why nobody can have such an account, in a sentence; empty where they can. */
    public static Optional<String> objection(Wanted wanted) {
        var form = new SignUpForm(wanted.name(), wanted.login(), wanted.email().orElse(""), "");
        return Stream.of(
                        SignUpForm.nameError(form.name()).map(why -> "Name: " + why),
                        form.loginError().map(why -> "Login: " + why),
                        SignUpForm.emailError(form.email())
                                .map(why ->
                                        "Email: This is no email address. Leave the cell empty where there is none."))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Which of these logins nobody can get: somebody has them, or they are kept for those who run the site. */
    @Transactional
    public Set<String> taken(Collection<String> logins) {
        var taken = new HashSet<String>();
        List<?> rows = database.createNativeQuery("select login from account where login in (:logins)")
                .setParameter("logins", logins.isEmpty() ? List.of("") : logins)
                .getResultList();
        rows.forEach(login -> taken.add((String) login));
        logins.stream().filter(operators::contains).forEach(taken::add);
        return taken;
    }

    /** Made before a transaction begins: hashing takes its time, and a connection is dear. */
    public OneTimePassword password() {
        var text = Legible.letters(chance, GROUPS * GROUP);
        var shown = text.substring(0, GROUP) + "-" + text.substring(GROUP, 2 * GROUP) + "-" + text.substring(2 * GROUP);
        return new OneTimePassword(shown, passwords.hashOfChance(shown));
    }

    /** Makes an account whose owner must choose a password first. The caller made sure that the login is free. */
    @Transactional
    public UserId make(Wanted wanted, OneTimePassword password) {
        var user = User.guest(clock.instant());
        var form = new SignUpForm(wanted.name(), wanted.login(), wanted.email().orElse(""), "");
        user.signUp(form.name(), form.login(), password.hash(), form.optionalEmail());
        user.mustChangePassword();
        users.persistAndFlush(user);
        // Of thousands in one transaction each further statement would look through all for changes.
        users.getEntityManager().detach(user);
        return user.id();
    }

    /** Gives somebody a new one-time password; wherever they are signed in, they are no more. */
    @Transactional
    public void reset(UserId id, OneTimePassword password) {
        var user = users.find(id).orElseThrow();
        user.changePassword(password.hash());
        user.mustChangePassword();
        sessions.endAll(user);
    }
}
