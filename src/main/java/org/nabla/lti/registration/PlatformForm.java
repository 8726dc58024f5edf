package org.nabla.lti.registration;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nabla.outside.AddressGuard;
import org.nabla.web.form.FormErrors;

/** What somebody typed of a platform. Lists have an entry a line. */
public record PlatformForm(
        String name,
        String issuer,
        String clientId,
        String authorization,
        String token,
        String jwks,
        String deployments,
        String frames) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_ISSUER = 1000;
    private static final int LONGEST_FRAMES = 2000;

    static final PlatformForm EMPTY = new PlatformForm("", "", "", "", "", "", "", "");

    public PlatformForm {
        name = name.strip();
        issuer = issuer.strip();
        clientId = clientId.strip();
        authorization = authorization.strip();
        token = token.strip();
        jwks = jwks.strip();
    }

    static PlatformForm of(Platform platform) {
        return new PlatformForm(
                platform.name(),
                platform.issuer(),
                platform.clientId(),
                platform.endpoints().authorization(),
                platform.endpoints().token(),
                platform.endpoints().jwks(),
                String.join("\n", platform.deployments()),
                String.join("\n", platform.frames()));
    }

    public FormErrors errors(AddressGuard guard) {
        return FormErrors.none()
                .add("name", text(name, LONGEST_NAME, "Type how people call it, such as “Canvas of our school”."))
                .add(
                        "issuer",
                        text(
                                issuer,
                                LONGEST_ISSUER,
                                "Type what the platform calls itself; it stands there as issuer or platform ID."))
                .add("client", text(clientId, LONGEST_ID, "Type the client ID that the platform has given to Nabla."))
                .add("authorization", guard.objection(authorization))
                .add("token", guard.objection(token))
                .add("jwks", guard.objection(jwks))
                .add("deployments", deploymentsError())
                .add("frames", framesError(guard));
    }

    List<String> deploymentList() {
        return words(deployments);
    }

    /** Where none are typed, those of issuer and authorization. */
    List<String> frameList() {
        var typed = words(frames).stream()
                .map(PlatformForm::origin)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return typed.isEmpty()
                ? Stream.of(issuer, authorization)
                        .map(PlatformForm::origin)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList()
                : typed;
    }

    private static Optional<String> text(String typed, int longest, String sentence) {
        return typed.isEmpty() || typed.length() > longest || typed.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of(sentence)
                : Optional.empty();
    }

    private Optional<String> deploymentsError() {
        return deploymentList().stream().anyMatch(d -> d.length() > LONGEST_ID)
                ? Optional.of("A deployment ID has at most " + LONGEST_ID + " characters.")
                : Optional.empty();
    }

    private Optional<String> framesError(AddressGuard guard) {
        if (frames.length() > LONGEST_FRAMES) {
            return Optional.of("These are too many addresses.");
        }
        return words(frames).stream()
                .filter(typed ->
                        guard.objection(typed).isPresent() || origin(typed).isEmpty())
                .findFirst()
                .map(typed -> "“" + typed + "” is no address. Write each as https://canvas.example.org, one a line.");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Scheme, host and port; letters that a header would take for more are refused. */
    public static Optional<String> origin(String address) {
        try {
            var uri = URI.create(address);
            @Nullable String host = uri.getHost();
            return host == null || !host.matches("[A-Za-z0-9.\\[\\]:-]+") || uri.getScheme() == null
                    ? Optional.empty()
                    : Optional.of(uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
