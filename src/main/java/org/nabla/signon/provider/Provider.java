package org.nabla.signon.provider;

import java.util.Set;
import org.nabla.outside.SignedMessages.Sender;

/**
 * One that may say who somebody is.
 *
 * @param slug what stands for it in addresses
 * @param label of its button
 */
public record Provider(
        long id, String slug, String label, String issuer, Client client, TeacherRule rule, Endpoints endpoints) {

    /** What this site is to it. An empty secret is none. */
    public record Client(String id, String secret, String scopes) {

        @Override
        public String toString() {
            return "Client " + id; // never the secret, in no log
        }
    }

    /**
     * What its discovery says; an empty address is none.
     *
     * @param algorithms with which it may sign
     * @param secretInForm whether it takes the secret in a form alone
     * @param saysIssuer whether it says who it is when it sends a browser back
     */
    public record Endpoints(
            String authorization,
            String token,
            String jwks,
            String userinfo,
            String end,
            Set<String> algorithms,
            boolean secretInForm,
            boolean saysIssuer) {}

    /** Who signs what it says. */
    public Sender sender() {
        return new Sender("sign-on", "site", issuer, client.id(), endpoints.jwks(), endpoints.algorithms(), false);
    }
}
