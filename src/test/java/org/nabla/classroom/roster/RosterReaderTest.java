package org.nabla.classroom.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.classroom.roster.RosterReading.Columns;
import org.nabla.classroom.roster.RosterReading.Group;
import org.nabla.classroom.roster.RosterReading.Read;
import org.nabla.classroom.roster.RosterReading.Refused;

class RosterReaderTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What it is, its bytes, and the learner read from it. */
    static Stream<Arguments> plain() {
        return Stream.of(
                Arguments.of("plain", utf8("name,login\nAda,ada\n"), "Ada|ada|"),
                Arguments.of(
                        "columns in another order", utf8("email,login,name\na@b.org,ada,Ada\n"), "Ada|ada|a@b.org"),
                Arguments.of("columns that nobody knows", utf8("no,name,room,login\n1,Ada,7,ada\n"), "Ada|ada|"),
                Arguments.of("a header in capitals with spaces", utf8("Name , LOGIN\nAda, ada \n"), "Ada|ada|"),
                Arguments.of("a login in capitals", utf8("name,login\nAda,ADA\n"), "Ada|ada|"),
                Arguments.of("byte-order mark", utf8("\uFEFFname,login\nAda,ada\n"), "Ada|ada|"),
                Arguments.of("lines of Windows", utf8("name,login\r\nAda,ada\r\n"), "Ada|ada|"),
                Arguments.of("lines of an old Macintosh", utf8("name,login\rAda,ada\r"), "Ada|ada|"),
                Arguments.of("no end of line", utf8("name,login\nAda,ada"), "Ada|ada|"),
                Arguments.of("empty lines", utf8("\n\nname,login\n\n,\nAda,ada\n\n"), "Ada|ada|"),
                Arguments.of("a comma in quotation marks", utf8("name,login\n\"King, Ada\",ada\n"), "King, Ada|ada|"),
                Arguments.of("a quotation mark", utf8("name,login\n\"Ada \"\"A\"\"\",ada\n"), "Ada \"A\"|ada|"),
                Arguments.of("a line break in a cell", utf8("name,login\n\"Ada\nKing\",ada\n"), "Ada\nKing|ada|"),
                Arguments.of("semicolons", utf8("name;login\nKing, Ada;ada\n"), "King, Ada|ada|"),
                Arguments.of("tabs", utf8("name\tlogin\nAda\tada\n"), "Ada|ada|"),
                Arguments.of("a short line", utf8("name,login,email\nAda,ada\n"), "Ada|ada|"),
                Arguments.of("letters of UTF-8", utf8("name,login\nÉmile Noël,en\n"), "Émile Noël|en|"),
                Arguments.of("letters of Windows", "name,login\nÉmile Noël,en\n".getBytes(WINDOWS), "Émile Noël|en|"),
                Arguments.of("letters taken for others", garbled("name,login\nÉmile Müller,en\n"), "Émile Müller|en|"),
                Arguments.of("a real Ã", utf8("name,login\nJOÃO,joao\n"), "JOÃO|joao|"),
                Arguments.of(
                        "a line that says the separator", utf8("sep=;\nname;login\nKing, Ada;ada\n"), "King, Ada|ada|"),
                Arguments.of("the same for Windows", utf8("\uFEFFsep=|\r\nname|login\r\nAda|ada\r\n"), "Ada|ada|"),
                Arguments.of("names apart", utf8("surname;forename;user name\nKing;Ada;ada\n"), "Ada King|ada|"),
                Arguments.of("no logins", utf8("name,E-Mail\nAda,Ada@B.org\n"), "Ada|ada@b.org|Ada@B.org"),
                Arguments.of("a hard space", utf8("name,login\nAda\u00a0King,ada\u200b\n"), "Ada King|ada|"),
                Arguments.of("marks of direction", utf8("name,\u200elogin\n\u202aAda\u202c,ada\n"), "Ada|ada|"),
                Arguments.of("a soft hyphen", utf8("name,login\nLove\u00adlace,ada\n"), "Lovelace|ada|"),
                Arguments.of("a joiner of Latin", utf8("name,login\nA\u200dda,ada\n"), "Ada|ada|"),
                Arguments.of(
                        "a joiner that belongs there", utf8("name,login\nنسرین\u200cجان,nj\n"), "نسرین\u200cجان|nj|"),
                Arguments.of(
                        "UTF-16 without mark",
                        "name,login\nÉmile,en\n".getBytes(StandardCharsets.UTF_16LE),
                        "Émile|en|"),
                Arguments.of("UTF-16", "name,login\nÉmile,en\n".getBytes(StandardCharsets.UTF_16), "Émile|en|"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void readsAPlainTable(String what, byte[] bytes, String expected) {
        assertThat(learners(file("learners.csv", bytes))).containsExactly(expected);
    }

    @Test
    void saysWhatWasNotAsUsual() {
        var windows = (Columns) read(file("a.csv", "name,login\nÉmile,en\n".getBytes(WINDOWS)));
        var garbled = (Columns) read(file("b.csv", garbled("name,login\nÉmile,en\n")));
        var plain = (Columns) read(file("c.csv", utf8("name,login\nÉmile,en\n")));

        assertThat(windows.notes()).singleElement().asString().startsWith("a.csv is not written in UTF-8");
        assertThat(garbled.notes()).singleElement().asString().startsWith("Letters in b.csv were garbled");
        assertThat(plain.notes()).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "is empty"),
                Arguments.of("only a header", utf8("name,login\n"), "nothing below it"),
                Arguments.of("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}, "holds a NUL"),
                Arguments.of("a cell without end", utf8("name,login\n" + "x".repeat(3000) + ",a"), "far too long"),
                Arguments.of("too many cells", utf8("name,login\n" + ",".repeat(300)), "too many cells"),
                Arguments.of(
                        "too many lines", utf8("name,login\n" + "A,ada\n".repeat(10_001)), "more than 10000 lines"),
                Arguments.of("a damaged zip", Arrays.copyOf(zip("users.csv", USERS), 150), "damaged"),
                Arguments.of("a spreadsheet", zip("xl/workbook.xml", "<x/>"), "must be saved as CSV"),
                Arguments.of(
                        "a quotation mark that nobody closes",
                        utf8("name,login\nAda,ada\n\"Emmy,emmy\nCarl,carl\n"),
                        "In line 3 of learners.csv a quotation mark opens"),
                Arguments.of(
                        "one that only the next one closes",
                        utf8("sep=,\nname,login\n\"Emmy,emmy\n\"Carl\",carl\n"),
                        "In line 3 of learners.csv a quotation mark opens"),
                Arguments.of("NUL", utf8("name,login\nAda,ada\nCa\0rl,carl\n"), "Line 3 of learners.csv holds a NUL"),
                Arguments.of("enrolments alone", utf8(ENROLMENTS), "Bring users.csv too"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesInWords(String what, byte[] bytes, String part) {
        assertThat(read(file("learners.csv", bytes)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.why()).contains(part));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            name,email          | name, login                 | NAME EMAIL                | email becomes the login
            student,points      | Lovelace, Ada               | SORTED_NAME SKIP          | nothing to sign in with
            Ada,ada@example.org | Emmy,emmy@example.org       | SKIP EMAIL                | no header, but addresses
            a,b                 | Ada,ada                     | SKIP SKIP                 | a header of nobody's language
            name,name,login     | Ada,King,ada                | NAME SKIP LOGIN           | the first of two alike
            Last Name,First_Name,USERNAME | a,b,c             | FAMILY GIVEN LOGIN        | however it is spelt
            """)
    void guessesWhatTheColumnsHold(String header, String line, String columns, String why) {
        var read = (Columns) read(file("a.csv", utf8(header + "\n" + line + "\n")));

        assertThat(read.guess().columns().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(columns);
    }

    @Test
    void saysWhereCharactersThatNobodySeesWereTakenOut() {
        var read = (Columns) read(file("a.csv", utf8("name,login\nAda\u200b,ada\nEmmy,emmy\nZoe\u00a0K,zoe\n")));

        assertThat(read.notes())
                .containsExactly(
                        "Characters that nobody sees, such as hard spaces, were taken out of a.csv (lines 2, 4).");
    }

    @Test
    void noFileAtAllIsRefused() {
        assertThat(RosterReader.read(List.of())).isEqualTo(new Refused("Choose a file first."));
    }

    /** Sixty megabytes of one letter in sixty kilobytes. */
    @Test
    void aZipThatSwellsIsRefusedBeforeItIsUnpacked() {
        var much = "a".repeat(30_000_000);

        for (var name : List.of("users.csv", "other.bin")) {
            assertThat(read(file("bomb.zip", zip(name, much, "users.csv2", much))))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.why()).contains("holds too much"));
        }
    }

    private static final String USERS = """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
            u1,,,true,o1,student,Ada.L,,Ada,Lovelace,,,ada@example.org,,,,,secret
            u2,active,,true,o1,student,emmy.n,,Emmy,Noether,,,,,,,,secret
            u3,,,true,o1,teacher,bob,,Bob,Bird,,,,,,,,
            u4,tobedeleted,,true,o1,student,gone,,Gone,Girl,,,,,,,,
            u5,,,false,o1,student,off,,Off,Boy,,,,,,,,
            """;

    private static final String ENROLMENTS = """
            sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
            e1,,,c1,o1,u1,student,,,
            e2,,,c1,o1,u3,teacher,,,
            e3,,,c2,o1,u2,student,,,
            e4,,,c2,o1,u1,student,,,
            e5,tobedeleted,,c1,o1,u2,student,,,
            """;

    @Test
    void takesTheStudentsOfOneRoster11AndNoPassword() {
        assertThat(learners(file("users.csv", utf8(USERS))))
                .containsExactly("Ada Lovelace|ada.l|ada@example.org", "Emmy Noether|emmy.n|");
        assertThat(read(file("users.csv", utf8(USERS))).toString()).doesNotContain("secret");
    }

    @Test
    void keepsTheClassesOfEnrolmentsApart() {
        var read = (Read) RosterReader.read(
                List.of(file("enrollments.csv", utf8(ENROLMENTS)), file("users.csv", utf8("\uFEFF" + USERS))));

        assertThat(read.groups()).extracting(Group::id).containsExactly("c1", "c2");
        assertThat(read.groups().get(0).rows()).extracting(RosterRow::login).containsExactly("ada.l");
        assertThat(read.groups().get(1).rows()).extracting(RosterRow::login).containsExactly("emmy.n", "ada.l");
        assertThat(read.groups().get(1).rows()).extracting(RosterRow::schoolId).containsExactly("u2", "u1");
    }

    @Test
    void readsOneRoster12FromAZip() {
        var users = """
                sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
                u1,active,,true,ada,,Augusta,Lovelace,,,,,,,,,,,Ada,,,,
                u3,active,,true,bob,,Bob,Bird,,,,,,,,,,,,,,,
                """;
        var roles = """
                sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
                r1,active,,u1,primary,student,,,o1,
                r2,active,,u3,primary,teacher,,,o1,
                """;
        var classes = "sourcedId,status,title,courseSourcedId\nc1,active,Calculus III,k1\n";
        var manifest = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n";

        var bulk = zip("manifest.csv", manifest, "users.csv", users, "roles.csv", roles);
        var whole = zip(
                "a/users.csv", users, "a/roles.csv", roles, "a/classes.csv", classes, "a/enrollments.csv", ENROLMENTS);

        assertThat(learners(file("export.zip", bulk))).containsExactly("Ada Lovelace|ada|");
        assertThat(((Read) read(file("export.zip", whole))).groups().get(0).title())
                .isEqualTo("Calculus III");
    }

    @Test
    void readsTwoThousandRows() {
        var text = IntStream.range(0, 2000)
                .mapToObj(i -> "\"Learner, %d\",learner%d,l%d@example.org".formatted(i, i, i))
                .collect(Collectors.joining("\r\n", "name,login,email\r\n", ""));

        assertThat(learners(file("learners.csv", utf8(text)))).hasSize(2000).doesNotHaveDuplicates();
    }

    private static RosterReading read(RosterFile file) {
        return RosterReader.read(List.of(file));
    }

    private static List<String> learners(RosterFile file) {
        return rows(read(file)).stream()
                .map(row -> row.name() + "|" + row.login() + "|" + row.email())
                .toList();
    }

    private static List<RosterRow> rows(RosterReading reading) {
        return reading instanceof Columns columns
                ? MappedRoster.read(columns.table(), columns.guess()).group().rows()
                : ((Read) reading)
                        .groups().stream()
                                .flatMap(group -> group.rows().stream())
                                .toList();
    }

    private static RosterFile file(String name, byte[] bytes) {
        return new RosterFile(name, bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] garbled(String text) {
        return utf8(new String(utf8(text), WINDOWS));
    }

    private static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(utf8(namesAndTexts[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
