package org.nabla.account.password;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.nabla.account.UserRepository;

/** Gives the operator a first password, as if somebody had read it in the log; for tests alone. */
@Path("/test/operator")
@Produces(MediaType.TEXT_HTML)
class FirstPasswordResource {
    private final UserRepository users;
    private final NewAccounts accounts;

    FirstPasswordResource(UserRepository users, NewAccounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    @POST
    public String reset() {
        var password = accounts.password();
        accounts.reset(users.withLogin("operator").orElseThrow().id(), password);
        return password.text();
    }
}
