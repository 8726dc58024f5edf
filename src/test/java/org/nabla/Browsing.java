package org.nabla;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Somebody who visits the site over HTTP: keeps cookies, sends forms with their token, follows no redirect. Most tests of pages
 * come this way, some ten thousand times in a run, which is why it is a plain client whose connections stay open.
 */
public final class Browsing {

    private static final AtomicInteger VISITORS = new AtomicInteger();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String HTML = "text/html";
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String JSON = "application/json";

    private final Map<String, String> cookies = new HashMap<>();
    private static final AtomicInteger programs = new AtomicInteger();

    private final String address;
    private final Optional<URI> site;
    private boolean asScript;
    private String login = "";
    private boolean teaches;

    /** Whoever runs the site, signed in for the next one whom they make a teacher. */
    private static Optional<Browsing> desk = Optional.empty();

    private Browsing(String address, Optional<URI> site) {
        this.address = address;
        this.site = site;
    }

    /** A new visitor, from an address of their own. */
    public static Browsing start() {
        return from(newAddress());
    }

    /** A new visitor from this address. */
    public static Browsing from(String address) {
        return new Browsing(address, Optional.empty());
    }

    /** A new visitor, from an address of their own, of a site in another process. */
    public static Browsing at(URI site) {
        return new Browsing(newAddress(), Optional.of(site));
    }

    private static String newAddress() {
        var number = VISITORS.incrementAndGet();
        return "10.%d.%d.%d".formatted(number / 65536, number / 256 % 256, number % 256);
    }

    /** A new visitor who has signed up, under a login that nobody has. */
    public static Browsing signedUp(String name) {
        var visitor = start();
        visitor.signUp(name, newLogin(), "correct horse battery");
        return visitor;
    }

    /** The one who runs the site. */
    public static Browsing operator() {
        var operator = start();
        var password = "correct horse battery";
        if (operator.signIn("operator", password).statusCode() != 303) {
            operator.signIn("operator", operator.post("/test/operator").asString());
            operator.post("/new-password", "password", password);
        }
        return operator;
    }

    public static String newLogin() {
        return "ada-" + UUID.randomUUID();
    }

    /** Somebody new who has signed up and may teach. */
    public static Browsing teacher(String name) {
        return signedUp(name).teach();
    }

    /** From now on whoever has this login may teach: the one who runs the site says so. */
    public static synchronized void makeTeacher(String login) {
        for (var tries = 0; tries < 2; tries++) {
            var operator = desk.orElseGet(Browsing::operator);
            desk = Optional.of(operator);
            if (operator.post("/operator/teachers", "login", login).statusCode() == 303) {
                return;
            }
            desk = Optional.empty(); // another test has ended the session
        }
        throw new IllegalStateException(login + " could not be made a teacher");
    }

    /** From now on they may teach. */
    public Browsing teach() {
        if (!teaches && !login.isEmpty()) {
            makeTeacher(login);
            teaches = true;
        }
        return this;
    }

    public Received signUp(String name, String login, String password) {
        this.login = login;
        return post("/sign-up", "name", name, "login", login, "password", password);
    }

    public Received signIn(String login, String password) {
        return post("/sign-in", "login", login, "password", password);
    }

    /** Under which they have signed up; empty for somebody who has not. */
    public String login() {
        return login;
    }

    /** Becomes a teacher and opens a course. Returns the path of its page. */
    public String openCourse(String title) {
        return teach().post("/courses", "title", title, "zone", "Europe/Vienna")
                .header("Location")
                .replaceFirst("^http://[^/]+", "");
    }

    public Received get(String path) {
        return visit(request(encoded(path), HTML).GET());
    }

    public Document page(String path) {
        return parse(get(path));
    }

    /** Another window with the same cookies as now. */
    public Browsing twin() {
        var twin = new Browsing(address, site);
        twin.cookies.putAll(cookies);
        return twin;
    }

    /** What stands at an address of any site, in which nothing is encoded anew; seen from the page at {@code base}. */
    public Received getAsItStands(String location, String base) {
        return visit(fromNowhere(URI.create(base).resolve(location), "*/*").GET());
    }

    /** The page to which an answer leads: its address as it stands, where get and page encode theirs. */
    public Document follow(Received answer) {
        return parse(visit(request(answer.header("Location").replaceFirst("^https?://[^/]+", ""), HTML)
                .GET()));
    }

    /** Sends a form; names and values take turns. */
    public Received post(String path, String... fields) {
        var form = new HashMap<String, List<String>>();
        for (var i = 0; i < fields.length; i += 2) {
            form.put(fields[i], List.of(fields[i + 1]));
        }
        return send(path, form);
    }

    /** The same where a name comes more than once, as of boxes that are ticked. */
    public Received postAll(String path, String... fields) {
        var form = new HashMap<String, List<String>>();
        for (var i = 0; i < fields.length; i += 2) {
            form.computeIfAbsent(fields[i], name -> new ArrayList<>()).add(fields[i + 1]);
        }
        return send(path, form);
    }

    private Received send(String path, Map<String, List<String>> fields) {
        var form = new HashMap<>(fields);
        form.put("csrf-token", List.of(token()));
        var request = request(encoded(path), HTML);
        if (asScript) {
            request.header("HX-Request", "true");
        }
        return visit(request.header("Content-Type", FORM).POST(body(form)));
    }

    /** The token of forms: fetched where there is none yet. */
    private String token() {
        if (!cookies.containsKey("csrf-token")) {
            get("/sign-in");
        }
        return cookie("csrf-token");
    }

    /** Sends a form that stands on a page of another site, which has no token; with what else the browser says. */
    public Received fromElsewhere(String path, Map<String, String> fields, Map<String, String> headers) {
        var form = fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, f -> List.of(f.getValue())));
        var request = request(encoded(path), HTML).header("Content-Type", FORM);
        headers.forEach(request::header);
        return visit(request.POST(body(form)));
    }

    /** What a program of theirs sends that has their cookies but no token; from another address each time. */
    public Received program(String method, String path, String json) {
        var number = programs.incrementAndGet();
        var request = fromNowhere(site().resolve(encoded(path)), "*/*")
                .header("X-Forwarded-For", "10.249." + number / 250 + "." + number % 250);
        if (json.isEmpty()) {
            return visitOnce(request.method(method, BodyPublishers.noBody()));
        }
        return visitOnce(request.header("Content-Type", JSON).method(method, BodyPublishers.ofString(json)));
    }

    /** Fetches what a script of the page computes with. */
    public Received data(String path) {
        return visit(request(encoded(path), JSON).GET());
    }

    /** Sends a form as a script of the page does. */
    public Received script(String path, String... fields) {
        asScript = true;
        try {
            return post(path, fields);
        } finally {
            asScript = false;
        }
    }

    /** Sends a file in a form. */
    public Received upload(String path, String field, String file, String text) {
        var boundary = "----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "name=\"csrf-token\"", token()));
        body.writeBytes(
                part(boundary, "name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv".formatted(field, file), text));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visit(request(encoded(path), HTML)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String boundary, String about, String content) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; " + about + "\r\n\r\n" + content + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public static Document parse(Received page) {
        return Jsoup.parse(page.asString());
    }

    private HttpRequest.Builder request(String path, String accepts) {
        return fromNowhere(site().resolve(path), accepts).header("X-Forwarded-For", address);
    }

    /** With the cookies alone. */
    private HttpRequest.Builder fromNowhere(URI where, String accepts) {
        var request = HttpRequest.newBuilder(where).header("Accept", accepts);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /** Where the application under test is. */
    private URI site() {
        return site.orElseGet(() -> URI.create(RestAssured.baseURI + ":" + RestAssured.port));
    }

    /** As it is typed: each character that may not stand in an address, or that would mean something else there, is encoded. */
    private static String encoded(String path) {
        var address = new StringBuilder();
        for (var octet : path.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xff);
            if (character < 0x80
                    && (Character.isLetterOrDigit(character) || "-._~/?&=:@!$'()*,".indexOf(character) >= 0)) {
                address.append(character);
            } else {
                address.append("%%%02X".formatted((int) character));
            }
        }
        return address.toString();
    }

    private static BodyPublisher body(Map<String, List<String>> form) {
        return BodyPublishers.ofString(form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> plus(field.getKey()) + "=" + plus(value)))
                .collect(Collectors.joining("&")));
    }

    private static String plus(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Received visit(HttpRequest.Builder request) {
        var received = visitOnce(request);
        cookies.putAll(received.cookies());
        cookies.values().removeIf(String::isEmpty);
        return received;
    }

    private static Received visitOnce(HttpRequest.Builder request) {
        try {
            return new Received(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
