package org.nabla.lti.registration;

import java.net.URI;
import java.util.List;
import org.nabla.lti.ToolAddress;

/**
 * How Nabla is installed in one kind of platform: what its form calls each address of Nabla, and where its own are.
 *
 * @param where in it the form is
 * @param copies what is copied there, in the order of its form
 * @param own what is typed here, as far as it is the same everywhere
 */
record Guide(String platform, String where, List<Line> copies, List<Line> own) {

    /** A field and what belongs in it. */
    record Line(String field, String value) {}

    private static Line line(String field, String value) {
        return new Line(field, value);
    }

    /** Those of the six best known. The names of fields are those of their English pages. */
    static List<Guide> all(ToolAddress tool, URI request) {
        var login = tool.login(request);
        var launch = tool.launch(request);
        var keys = tool.keys(request);
        var root = tool.root(request);
        return List.of(
                new Guide(
                        "Canvas",
                        "Admin, Developer Keys, + Developer Key, + LTI Key; then Settings, Apps, + App, By Client ID.",
                        List.of(
                                line("Redirect URIs", launch),
                                line("Target Link URI", launch),
                                line("OpenID Connect Initiation Url", login),
                                line("JWK Method: Public JWK URL", keys),
                                line(
                                        "LTI Advantage Services",
                                        "all of Assignment and Grade Services, and Names and Role"),
                                line(
                                        "Placements",
                                        "Link Selection and Assignment Selection, with LtiDeepLinkingRequest"),
                                line("Privacy Level", "Public, or the learners have no names here")),
                        List.of(
                                line("Issuer", "https://canvas.instructure.com"),
                                line("Authorization address", "https://sso.canvaslms.com/api/lti/authorize_redirect"),
                                line("Token address", "https://sso.canvaslms.com/login/oauth2/token"),
                                line("Address of its keys", "https://sso.canvaslms.com/api/lti/security/jwks"),
                                line("Client ID", "the number in the column Details of the key"),
                                line("Deployment ID", "Apps, gear, Deployment Id"),
                                line("May show it in a frame", "https://<school>.instructure.com"))),
                new Guide(
                        "Moodle",
                        "Site administration, Plugins, External tool, Manage tools, configure a tool manually.",
                        List.of(
                                line("Tool URL", launch),
                                line("LTI version", "LTI 1.3"),
                                line("Public key type: Keyset URL", keys),
                                line("Initiate login URL", login),
                                line("Redirection URI(s)", launch),
                                line("Supports Deep Linking", "yes; Content Selection URL: " + launch),
                                line(
                                        "IMS LTI Assignment and Grade Services",
                                        "use for grade sync and column management"),
                                line("IMS LTI Names and Role Provisioning", "use to retrieve members")),
                        List.of(
                                line("Issuer", "https://<moodle>"),
                                line("Authorization address", "https://<moodle>/mod/lti/auth.php"),
                                line("Token address", "https://<moodle>/mod/lti/token.php"),
                                line("Address of its keys", "https://<moodle>/mod/lti/certs.php"),
                                line(
                                        "Client ID and deployment ID",
                                        "the magnifying glass of the tool, View configuration details"))),
                new Guide(
                        "Blackboard",
                        "developer.blackboard.com, My Apps, LTI 1.3; then in Learn: LTI Tool Providers, Register LTI 1.3 Tool.",
                        List.of(
                                line("Domain(s)", root.replaceFirst("^https?://", "")),
                                line("Login Initiation URL", login),
                                line("Tool Redirect URL(s)", launch),
                                line("Tool JWKS URL", keys)),
                        List.of(
                                line("Issuer", "https://blackboard.com"),
                                line(
                                        "Authorization address",
                                        "https://developer.blackboard.com/api/v1/gateway/oidcauth"),
                                line(
                                        "Token address",
                                        "https://developer.blackboard.com/api/v1/gateway/oauth2/jwttoken"),
                                line(
                                        "Address of its keys",
                                        "https://developer.blackboard.com/api/v1/management/applications/<application ID>/jwks.json"),
                                line("Client ID", "the Application ID"),
                                line("Deployment ID", "Learn shows it when the tool is registered"),
                                line("May show it in a frame", "the address of your Learn"))),
                new Guide(
                        "Brightspace",
                        "Admin Tools, Manage Extensibility, LTI Advantage, Register Tool, Standard.",
                        List.of(
                                line("Domain", root),
                                line("Redirect URLs", launch),
                                line("OpenID Connect Login URL", login),
                                line("Target Link URI", launch),
                                line("Keyset URL", keys),
                                line(
                                        "Extensions",
                                        "Assignment and Grade Services, Deep Linking, Names and Role Provisioning")),
                        List.of(
                                line("Issuer", "https://<brightspace>"),
                                line("Authorization address", "https://<brightspace>/d2l/lti/authenticate"),
                                line("Token address", "https://auth.brightspace.com/core/connect/token"),
                                line("Address of its keys", "https://<brightspace>/d2l/.well-known/jwks"),
                                line("Client ID", "shown when the tool is registered"),
                                line("Deployment ID", "View Deployments"))),
                new Guide(
                        "Sakai",
                        "Administration Workspace, External Tools, Install LTI 1.x Tool, with LTI 1.3.",
                        List.of(
                                line("Launch URL", launch),
                                line("LTI 1.3 Tool Keyset URL", keys),
                                line("LTI 1.3 Tool OpenID Connect/Initialization Endpoint", login),
                                line("LTI 1.3 Tool Redirect Endpoint(s)", launch)),
                        List.of(
                                line("Issuer", "https://<sakai>"),
                                line("Authorization address", "https://<sakai>/imsoidc/lti13/oidc_auth"),
                                line("Token address", "https://<sakai>/imsblis/lti13/token/<number of the tool>"),
                                line("Address of its keys", "https://<sakai>/imsblis/lti13/keyset"),
                                line("Client ID and deployment ID", "shown when the tool is saved"))),
                new Guide(
                        "Open edX",
                        "Studio, Advanced Settings: lti_consumer; then a unit, Advanced, LTI Consumer.",
                        List.of(
                                line("LTI Version", "LTI 1.3"),
                                line("Tool Launch URL", launch),
                                line("Registered Redirect URIs", "[\"" + launch + "\"]"),
                                line("Tool Initiate Login URL", login),
                                line("Tool Public Key Mode: Keyset URL", keys),
                                line("Deep Linking Launch URL", launch)),
                        List.of(
                                line("Issuer", "https://<edx>"),
                                line("Authorization address", "https://<edx>/api/lti_consumer/v1/launch/"),
                                line("Token address", "https://<edx>/api/lti_consumer/v1/token/<ID>"),
                                line("Address of its keys", "https://<edx>/api/lti_consumer/v1/public_keysets/<ID>"),
                                line("Client ID, deployment ID and addresses", "shown in the preview of the unit"))));
    }
}
