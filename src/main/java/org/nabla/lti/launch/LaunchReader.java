package org.nabla.lti.launch;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.lti.place.Roles;
import org.nabla.lti.registration.Platform;

/** Reads what stands in a signed message by the standard's names, and refuses what it does not allow. */
final class LaunchReader {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_DATA = 8000;

    private LaunchReader() {}

    /** @param root where this site is */
    static Launch read(Platform platform, Map<String, Object> message, String root) {
        var claims = new Claims(message);
        var deployment = claims.text(LTI + "deployment_id", LONGEST_ID)
                .filter(platform.deployments()::contains)
                .orElseThrow(() ->
                        new LaunchRefused("Nabla is not installed in this place of the platform: whoever runs Nabla"
                                + " must enter its deployment ID first."));
        if (claims.text(LTI + "version").filter("1.3.0"::equals).isEmpty()) {
            throw new LaunchRefused("The platform speaks another version of the standard than 1.3.0.");
        }
        var kind = kind(claims.text(LTI + "message_type").orElse(""));
        if (!claims.has(LTI + "roles")) {
            throw new LaunchRefused("The platform does not say in which role you come.");
        }
        return new Launch(
                platform,
                deployment,
                kind,
                claims.text("sub", LONGEST_ID),
                name(claims),
                new Roles(claims.texts(LTI + "roles")),
                target(claims, root),
                claims.part(LTI + "context").map(LaunchReader::context),
                resourceLink(claims, kind),
                services(claims),
                kind == Launch.Kind.DEEP_LINKING ? Optional.of(deepLinking(claims)) : Optional.empty());
    }

    private static Launch.Kind kind(String type) {
        return switch (type) {
            case "LtiResourceLinkRequest" -> Launch.Kind.RESOURCE_LINK;
            case "LtiDeepLinkingRequest" -> Launch.Kind.DEEP_LINKING;
            default -> throw new LaunchRefused("The platform wants something that Nabla does not know.");
        };
    }

    private static String name(Claims claims) {
        return claims.text("name")
                .orElseGet(() -> (claims.text("given_name").orElse("") + " "
                                + claims.text("family_name").orElse(""))
                        .strip());
    }

    private static String target(Claims claims, String root) {
        var target = claims.text(LTI + "target_link_uri", LONGEST_ADDRESS)
                .orElseThrow(() -> new LaunchRefused("The platform does not say which page is to be opened."));
        try {
            var uri = URI.create(target);
            var own = URI.create(root);
            if (own.getRawAuthority().equals(uri.getRawAuthority())
                    && own.getScheme().equals(uri.getScheme())) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            throw new LaunchRefused("The platform wants a page opened whose address cannot be read.", e);
        }
        throw new LaunchRefused("The platform wants a page of another site opened.");
    }

    private static Launch.Context context(Claims context) {
        var id = context.text("id", LONGEST_ID)
                .orElseThrow(() -> new LaunchRefused("The platform names a course without saying which."));
        return new Launch.Context(
                id, context.text("title").or(() -> context.text("label")).orElse("Course"));
    }

    private static Optional<String> resourceLink(Claims claims, Launch.Kind kind) {
        var id = claims.part(LTI + "resource_link").flatMap(link -> link.text("id", LONGEST_ID));
        if (kind == Launch.Kind.RESOURCE_LINK && id.isEmpty()) {
            throw new LaunchRefused("The platform does not say from which link you come.");
        }
        return id;
    }

    private static Launch.Services services(Claims claims) {
        var grades = claims.part(AGS);
        return new Launch.Services(
                claims.part(NRPS).flatMap(s -> s.text("context_memberships_url", LONGEST_ADDRESS)),
                grades.flatMap(s -> s.text("lineitems", LONGEST_ADDRESS)),
                grades.flatMap(s -> s.text("lineitem", LONGEST_ADDRESS)),
                grades.map(s -> s.texts("scope")).orElse(List.of()));
    }

    private static Launch.DeepLinking deepLinking(Claims claims) {
        var settings = claims.part(DEEP)
                .orElseThrow(() -> new LaunchRefused("The platform asks for links without saying how it wants them."));
        if (!settings.texts("accept_types").contains("ltiResourceLink")) {
            throw new LaunchRefused("The platform takes no links of this standard at this place.");
        }
        if (!settings.has("accept_presentation_document_targets")) {
            throw new LaunchRefused("The platform does not say how it shows links.");
        }
        var back = settings.text("deep_link_return_url", LONGEST_ADDRESS)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .orElseThrow(() -> new LaunchRefused("The platform does not say where the links are to go."));
        return new Launch.DeepLinking(
                back,
                settings.yes("accept_multiple"),
                !settings.no("accept_lineitem"),
                settings.text("data", LONGEST_DATA));
    }
}
