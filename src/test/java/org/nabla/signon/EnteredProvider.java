package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.nabla.Browsing;

/**
 * A sign-on that an operator has entered on its page.
 *
 * @param issuer what the provider calls itself
 * @param door where somebody begins to sign in by it
 */
record EnteredProvider(String issuer, String door) {

    /**
     * Opens the form, lets the provider start, and sends the form.
     *
     * @param started is given the addresses to copy: the redirect, the one after signing out, the back-channel logout; gives the issuer
     * @param claim names the claim of the rule for teachers, and {@code values} its values
     */
    static EnteredProvider enter(
            String label,
            String client,
            String secret,
            String scopes,
            String claim,
            String values,
            Function<List<String>, String> started) {
        var operator = Browsing.operator();
        var form = operator.page("/operator/sign-on/new");
        var issuer = started.apply(form.select("main td code").eachText());
        var slug = form.select("[name=slug]").val();
        var entered = operator.post(
                "/operator/sign-on",
                "slug",
                slug,
                "label",
                label + " " + slug,
                "issuer",
                issuer,
                "client",
                client,
                "secret",
                secret,
                "scopes",
                scopes,
                "claim",
                claim,
                "values",
                values);
        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(303);
        return new EnteredProvider(issuer, "/sign-in/with/" + slug);
    }
}
