package org.nabla.signon.provider;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.account.Legible;
import org.nabla.outside.AddressGuard;
import org.nabla.web.form.FormErrors;

/** What somebody typed of a provider. An empty secret leaves the one of before; values have a line each. */
record ProviderForm(
        String slug,
        String label,
        String issuer,
        String clientId,
        String secret,
        String scopes,
        String claim,
        String values) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]{8,20}");
    private static final Pattern SCOPES = Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*");
    private static final int SLUG_LENGTH = 10;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_SECRET = 1000;
    private static final int LONGEST_SCOPES = 500;
    private static final int LONGEST_VALUES = 2000;

    ProviderForm {
        label = label.strip();
        issuer = issuer.strip();
        clientId = clientId.strip();
        secret = secret.strip();
        scopes = scopes.strip().replaceAll("\\s+", " ");
        claim = claim.strip();
    }

    static ProviderForm empty(SecureRandom chance) {
        return new ProviderForm(Legible.letters(chance, SLUG_LENGTH), "", "", "", "", "openid profile", "", "");
    }

    static ProviderForm of(Provider provider) {
        return new ProviderForm(
                provider.slug(),
                provider.label(),
                provider.issuer(),
                provider.client().id(),
                "",
                provider.client().scopes(),
                provider.rule().claim(),
                String.join("\n", provider.rule().values()));
    }

    boolean hasGoodSlug() {
        return SLUG.matcher(slug).matches();
    }

    TeacherRule rule() {
        return new TeacherRule(
                claim,
                values.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList());
    }

    FormErrors errors(AddressGuard guard) {
        return FormErrors.none()
                .add("label", text(label, LONGEST_LABEL, "Type what stands on the button, in at most 60 characters."))
                .add("issuer", guard.objection(issuer))
                .add("client", text(clientId, LONGEST_ID, "Type the client ID that the sign-on has given to Nabla."))
                .add("secret", secret.length() > LONGEST_SECRET ? Optional.of("This is too long.") : Optional.empty())
                .add("scopes", scopesError())
                .add("values", valuesError());
    }

    private Optional<String> scopesError() {
        return scopes.length() <= LONGEST_SCOPES
                        && SCOPES.matcher(scopes).matches()
                        && List.of(scopes.split(" ")).contains("openid")
                ? Optional.empty()
                : Optional.of("Type words with blanks between them; one of them is openid.");
    }

    private Optional<String> valuesError() {
        if (claim.length() > LONGEST_ID || values.length() > LONGEST_VALUES) {
            return Optional.of("This is too long.");
        }
        return claim.isEmpty() == rule().values().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "A rule needs both: the name of the claim, and at least one value. Leave both empty for none.");
    }

    private static Optional<String> text(String typed, int longest, String sentence) {
        return typed.isEmpty() || typed.length() > longest || typed.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of(sentence)
                : Optional.empty();
    }

    /** Lines as they are stored. */
    static List<String> lines(String stored) {
        return Arrays.stream(stored.split("\n")).filter(line -> !line.isEmpty()).toList();
    }
}
