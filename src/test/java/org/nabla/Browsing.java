package org.nabla;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who visits the site over HTTP: keeps cookies, sends forms with their token, follows no redirect. */
public final class Browsing {

    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final Map<String, String> cookies = new HashMap<>();
    private static final AtomicInteger programs = new AtomicInteger();

    private final String address;
    private boolean asScript;
    private String login = "";
    private boolean teaches;

    /** Whoever runs the site, signed in for the next one whom they make a teacher. */
    private static Optional<Browsing> desk = Optional.empty();

    private Browsing(String address) {
        this.address = address;
    }

    /** A new visitor, from an address of their own. */
    public static Browsing start() {
        var number = VISITORS.incrementAndGet();
        return from("10.%d.%d.%d".formatted(number / 65536, number / 256 % 256, number % 256));
    }

    /** A new visitor from this address. */
    public static Browsing from(String address) {
        return new Browsing(address);
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

    public Response signUp(String name, String login, String password) {
        this.login = login;
        return post("/sign-up", "name", name, "login", login, "password", password);
    }

    public Response signIn(String login, String password) {
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

    public Response get(String path) {
        return keep(given().cookies(cookies)
                .header("X-Forwarded-For", address)
                .accept("text/html")
                .redirects()
                .follow(false)
                .get(path));
    }

    public Document page(String path) {
        return parse(get(path));
    }

    /** Another window with the same cookies as now. */
    public Browsing twin() {
        var twin = new Browsing(address);
        twin.cookies.putAll(cookies);
        return twin;
    }

    /** What stands at an address of any site, in which nothing is encoded anew; seen from the page at {@code base}. */
    public Response getAsItStands(String location, String base) {
        return keep(given().urlEncodingEnabled(false)
                .cookies(cookies)
                .accept("*/*")
                .redirects()
                .follow(false)
                .get(URI.create(base).resolve(location).toString()));
    }

    /** The page to which an answer leads: its address as it stands, where get and page encode theirs. */
    public Document follow(Response answer) {
        return parse(keep(given().urlEncodingEnabled(false)
                .cookies(cookies)
                .header("X-Forwarded-For", address)
                .accept("text/html")
                .redirects()
                .follow(false)
                .get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))));
    }

    /** Sends a form; names and values take turns. */
    public Response post(String path, String... fields) {
        var form = new HashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return send(path, form);
    }

    /** The same where a name comes more than once, as of boxes that are ticked. */
    public Response postAll(String path, String... fields) {
        var form = new HashMap<String, List<String>>();
        for (var i = 0; i < fields.length; i += 2) {
            form.computeIfAbsent(fields[i], name -> new ArrayList<>()).add(fields[i + 1]);
        }
        return send(path, form);
    }

    private Response send(String path, Map<String, ?> fields) {
        if (!cookies.containsKey("csrf-token")) {
            get("/sign-in");
        }
        var form = new HashMap<String, Object>(fields);
        form.put("csrf-token", cookie("csrf-token"));
        return keep(given().cookies(cookies)
                .header("X-Forwarded-For", address)
                .headers(asScript ? Map.of("HX-Request", "true") : Map.of())
                .accept("text/html")
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(form)
                .redirects()
                .follow(false)
                .post(path));
    }

    /** Sends a form that stands on a page of another site, which has no token; with what else the browser says. */
    public Response fromElsewhere(String path, Map<String, String> fields, Map<String, String> headers) {
        return keep(given().cookies(cookies)
                .header("X-Forwarded-For", address)
                .headers(headers)
                .accept("text/html")
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(fields)
                .redirects()
                .follow(false)
                .post(path));
    }

    /** What a program of theirs sends that has their cookies but no token; from another address each time. */
    public Response program(String method, String path, String json) {
        var request = given().cookies(cookies)
                .header("X-Forwarded-For", "10.249." + programs.incrementAndGet() / 250 + "." + programs.get() % 250);
        return (json.isEmpty() ? request : request.contentType(ContentType.JSON).body(json)).request(method, path);
    }

    /** Fetches what a script of the page computes with. */
    public Response data(String path) {
        return keep(given().cookies(cookies)
                .header("X-Forwarded-For", address)
                .accept("application/json")
                .get(path));
    }

    /** Sends a form as a script of the page does. */
    public Response script(String path, String... fields) {
        asScript = true;
        try {
            return post(path, fields);
        } finally {
            asScript = false;
        }
    }

    /** Sends a file in a form. */
    public Response upload(String path, String field, String file, String text) {
        if (!cookies.containsKey("csrf-token")) {
            get("/sign-in");
        }
        return keep(given().cookies(cookies)
                .header("X-Forwarded-For", address)
                .accept("text/html")
                .multiPart("csrf-token", cookie("csrf-token"))
                .multiPart(field, file, text.getBytes(StandardCharsets.UTF_8), "text/csv")
                .redirects()
                .follow(false)
                .post(path));
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public static Document parse(Response response) {
        return Jsoup.parse(response.body().asString());
    }

    private Response keep(Response response) {
        cookies.putAll(response.cookies());
        cookies.values().removeIf(String::isEmpty);
        return response;
    }
}
