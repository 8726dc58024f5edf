package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nabla.SitePages.Who;
import org.nabla.classroom.Lesson;

/**
 * Every page of {@link SitePages}: axe in two looks, and the criteria of WCAG 2.2 that axe lacks. Each page is loaded once and
 * then turned about: other windows, other colours, wider text, the keyboard.
 */
@QuarkusTest
class SitePagesTest extends BrowserTest {

    private static final String GUIDELINES = script("/guidelines.js");
    private static final int LONGEST_FRAME = 40;

    @Test
    void everyPageOfTheApplicationIsInTheTable() {
        var known = new TreeSet<>(SitePages.NO_PAGE.keySet());
        SitePages.ALL.forEach(page -> known.add(page.route()));

        assertThat(routes()).as("routes of pages; add them to SitePages").containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void everyPageIsForEverybody(Who who) {
        var visitor = visitor(who);
        var context = contextOf(visitor);
        var findings = new LinkedHashMap<String, List<String>>();
        var frames = new LinkedHashMap<List<?>, String>();
        var page = newPage(context);
        for (var entry : SitePages.ALL.stream().filter(of -> of.who() == who).toList()) {
            var address = entry.address().apply(visitor);
            asAtFirst(page);
            goTo(page, address);
            look(page, address, findings);
            if (!entry.route().startsWith("/embed/")) { // for the frame of another page, so without one of ours
                frames.putIfAbsent(run(page, "frame"), address);
            }
        }

        assertThat(findings).isEmpty();
        assertThat(frames)
                .as("links around the pages, which are the same on each")
                .hasSize(1);
        assertThat(frames.keySet().iterator().next().toString())
                .contains("/help")
                .hasSizeLessThan(LONGEST_FRAME * 10);
    }

    /** The window of {@link Look#DESKTOP_LIGHT}: all pages are looked at in one window, which costs half of a new one for each. */
    private static void asAtFirst(Page page) {
        page.setViewportSize(Look.DESKTOP_LIGHT.width, Look.DESKTOP_LIGHT.height);
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE)
                .setForcedColors(ForcedColors.NONE));
    }

    private static void look(Page page, String address, Map<String, List<String>> findings) {
        var found = new ArrayList<String>();
        page.evaluate("window.guidelines = " + GUIDELINES);
        page.keyboard().press("Tab");
        found.addAll(findings(page, "focus"));
        found.addAll(findings(page, "dragging"));
        found.addAll(findings(page, "knownBoxes"));
        assertAccessible(page);

        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(390, 844);
        page.evaluate(ALL_TURNED);
        found.addAll(findings(page, "motion"));
        found.addAll(findings(page, "targets"));
        assertAccessibleToo(page);

        page.setViewportSize(320, 256); // what 400 % zoom leaves of 1280 by 1024
        found.addAll(findings(page, "reflow"));
        found.addAll(findings(page, "textSpacing"));
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.keyboard().press("Tab");
        ((List<?>) page.evaluate("window.guidelines.focus(false)"))
                .forEach(finding -> found.add("focus in forced colours: " + finding));
        if (!found.isEmpty()) {
            findings.put(address, found);
        }
    }

    private static List<String> findings(Page page, String guideline) {
        return run(page, guideline).stream()
                .map(finding -> guideline + ": " + finding)
                .toList();
    }

    private static List<?> run(Page page, String guideline) {
        return (List<?>) page.evaluate("window.guidelines." + guideline + "()");
    }

    private static Browsing visitor(Who who) {
        var visitors = new EnumMap<Who, Browsing>(Who.class);
        switch (who) {
            case NEWCOMER -> visitors.put(who, Browsing.start());
            case LEARNER -> {
                var ada = Browsing.signedUp("Ada");
                LearnerLife.signedUp(ada);
                visitors.put(who, ada);
            }
            case TEACHER -> visitors.put(who, SitePages.teacher());
            case PUPIL -> visitors.put(who, Lesson.person("Ada"));
            case FROM_PLATFORM -> visitors.put(who, SitePages.fromPlatform());
            case ROSTERED -> visitors.put(who, SitePages.withPasswordForOnce());
            case OPERATOR -> {
                LearnerLife.asGuest(Browsing.start());
                visitors.put(who, Browsing.operator());
            }
        }
        return visitors.getOrDefault(who, Browsing.start());
    }

    /** The same visitor in a browser. */
    private BrowserContext contextOf(Browsing visitor) {
        var context = newContext(Look.DESKTOP_LIGHT);
        if (!visitor.cookie("session").isEmpty()) {
            context.addCookies(List.of(new Cookie("session", visitor.cookie("session"))
                    .setDomain(root.getHost())
                    .setPath("/")));
        }
        return context;
    }

    /** All addresses that give a page, as the application declares them. */
    private static Set<String> routes() {
        return ArchConfiguration.withThreadLocalScope(importing -> {
            importing.setResolveMissingDependenciesFromClassPath(false); // only our own classes have routes
            return new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests()).importPackages("org.nabla").stream()
                            .filter(type -> type.isAnnotatedWith(Path.class))
                            .flatMap(type -> type.getMethods().stream()
                                    .filter(method -> method.isAnnotatedWith(GET.class) && givesPage(type, method))
                                    .map(method -> route(type, method)))
                            .collect(Collectors.toCollection(TreeSet::new));
        });
    }

    private static boolean givesPage(JavaClass type, JavaMethod method) {
        var produced = method.tryGetAnnotationOfType(Produces.class)
                .or(() -> type.tryGetAnnotationOfType(Produces.class))
                .map(Produces::value)
                .orElse(new String[] {MediaType.TEXT_HTML});
        return Arrays.stream(produced).anyMatch(kind -> kind.startsWith("text/html") || kind.equals("*/*"));
    }

    private static String route(JavaClass type, JavaMethod method) {
        var path = "/" + type.getAnnotationOfType(Path.class).value() + "/"
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var clean = path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        return clean.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
    }
}
