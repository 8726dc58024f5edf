package org.nabla.account;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/** The logins of those who run the site. Nobody gets one by signing up: {@code OperatorAccounts} makes their accounts. */
@Singleton
public class OperatorLogins {
    private final Set<String> logins;

    public OperatorLogins(AccountConfig config) {
        logins = config.operators().orElse(Set.of()).stream()
                .map(SignUpForm::normalLogin)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean contains(String login) {
        return logins.contains(login);
    }

    /** Whether somebody runs the site: the settings name them, or it had nobody when they came. */
    public boolean include(User user) {
        return user.isFirstOperator() || user.login().filter(this::contains).isPresent();
    }

    public Set<String> all() {
        return logins;
    }
}
