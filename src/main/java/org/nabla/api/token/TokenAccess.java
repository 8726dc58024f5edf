package org.nabla.api.token;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.ProgramAccess;
import org.nabla.account.UserId;

/** Tokens, as the page of an account tells of them. */
@Singleton
class TokenAccess implements ProgramAccess {

    @CheckedTemplate(basePath = "api")
    static class Templates {
        static native TemplateInstance panel();
    }

    private final ApiTokens tokens;
    private final UsableScopes usable;

    TokenAccess(ApiTokens tokens, UsableScopes usable) {
        this.tokens = tokens;
        this.usable = usable;
    }

    @Override
    public Optional<RawString> panel(UserId user) {
        return usable.of(user).isEmpty()
                ? Optional.empty()
                : Optional.of(new RawString(Templates.panel().render()));
    }

    @Override
    public boolean isOpen(UserId user) {
        return tokens.isOpen(user);
    }

    @Override
    public void close(UserId user) {
        tokens.endAll(user);
    }
}
