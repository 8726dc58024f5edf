package org.nabla.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** The logins of those who run the site. Nobody gets one by signing up: {@link OperatorAccounts} makes their accounts. */
@ApplicationScoped
class OperatorLogins {
    private final Set<String> logins;

    OperatorLogins(AccountConfig config) {
        logins = config.operators().orElse(Set.of()).stream()
                .map(SignUpForm::normalLogin)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String login) {
        return logins.contains(login);
    }

    Set<String> all() {
        return logins;
    }
}
