package org.nabla;

import io.restassured.path.json.JsonPath;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;

/** What came back to somebody who visits the site: {@link Browsing}. */
public final class Received {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);

    private final HttpResponse<byte[]> response;

    Received(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int statusCode() {
        return response.statusCode();
    }

    /** Whether it is the page that asks for a moment of patience, and says to programs when to come again. */
    public boolean saysBackInAMoment() {
        return statusCode() == 503
                && !headers("Retry-After").isEmpty()
                && asString().contains("Back in a moment");
    }

    /** The first of this name; null where there is none, which most tests take for the failure that it is. */
    @NullUnmarked
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** All of this name. */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** Empty where nothing says it. */
    public String contentType() {
        return Optional.ofNullable(header("Content-Type")).orElse("");
    }

    public byte[] asByteArray() {
        return response.body();
    }

    public String asString() {
        var named = CHARSET.matcher(contentType());
        return new String(response.body(), named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
    }

    public JsonPath jsonPath() {
        return JsonPath.from(asString());
    }

    /** The value of a cookie that is set; null where it is not. */
    @NullUnmarked
    public String cookie(String name) {
        return cookies().get(name);
    }

    /** All cookies that are set, by name. */
    public Map<String, String> cookies() {
        var cookies = new LinkedHashMap<String, String>();
        headers("Set-Cookie")
                .forEach(line -> HttpCookie.parse(line)
                        .forEach(cookie ->
                                cookies.put(cookie.getName(), cookie.getMaxAge() == 0 ? "" : cookie.getValue())));
        return cookies;
    }

    /** The line that sets a cookie, as it stands. */
    public Optional<String> cookieLine(String name) {
        return headers("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst();
    }
}
