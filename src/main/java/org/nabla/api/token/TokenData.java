package org.nabla.api.token;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** The tokens of somebody, without the secrets. They go with the account. */
@Singleton
class TokenData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(new OwnTable(
                "api-tokens",
                "The keys that you gave to programs.",
                Set.of("api_token"),
                List.of(
                        column("id", "its number"),
                        column("name", "what you call it"),
                        column("prefix", "what it begins with"),
                        column("scopes", "what it opens"),
                        column("created_at", "when you made it"),
                        column("expires_at", "until when it works"),
                        column("last_used_at", "when a program last came by it, to the minute; empty if none did")),
                "select id, name, prefix, scopes, created_at, expires_at, last_used_at from api_token"
                        + " where account_id = :user order by created_at",
                Map.of(
                        "api_token.token_hash", "a secret: in a file it would only help a thief",
                        "api_token.account_id", "it is you")));
    }
}
