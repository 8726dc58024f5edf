package org.nabla.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nabla.Browsing;

/** Makes tokens as people do. */
public final class TestTokens {
    private static final String PASSWORD = "correct horse battery";

    private TestTokens() {}

    /** @return the secret of one that opens all that there is for its owner */
    public static String all(Browsing owner) {
        var words = owner.page("/account/tokens").select("input[name=scope]").eachAttr("value");
        return make(owner, words.toArray(String[]::new));
    }

    public static String make(Browsing owner, String... scopes) {
        var fields = new ArrayList<>(List.of("name", "a script", "days", "30", "password", PASSWORD));
        Stream.of(scopes).forEach(scope -> fields.addAll(List.of("scope", scope)));
        var answer = owner.postAll("/account/tokens", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Browsing.parse(answer).select(".secret code").text();
    }
}
