package org.nabla.web.form;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * A form that was sent and could not be taken, so that the page that says so can send it again: nobody types twice.
 *
 * @param address of this site to which it was sent
 */
public record SentForm(String address, List<Field> fields) {

    /** More of it than anybody types is not put into a page. */
    private static final int LONGEST = 100_000;

    private static final List<String> SECRET = List.of("password", "secret", "code", "token");

    /** A field with its value as text. */
    record Field(String name, String value) {}

    /** Empty where nothing was sent, or what must not stand in a page: files and secrets. */
    public static Optional<SentForm> of(ContainerRequestContext request) {
        var current = CurrentRequestManager.get();
        var data = current == null ? null : current.getFormData();
        if (data == null || !request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        return fields(data)
                .map(fields -> new SentForm(request.getUriInfo().getRequestUri().getRawPath(), fields));
    }

    private static Optional<List<Field>> fields(FormData data) {
        var fields = new ArrayList<Field>();
        var length = 0;
        for (var name : data) {
            for (var value : data.get(name)) {
                if (value.isFileItem() || isSecret(name)) {
                    return Optional.empty();
                }
                fields.add(new Field(name, value.getValue()));
                length += value.getValue().length();
            }
        }
        return length > LONGEST ? Optional.empty() : Optional.of(fields);
    }

    private static boolean isSecret(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lower::contains) && !name.equals("csrf-token");
    }
}
