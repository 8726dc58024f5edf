package org.nabla.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.CourseWorld.path;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Received;
import org.nabla.classroom.CourseWorld.Who;

/**
 * Who may what, every route by everybody. A cell is the status of the answer; {@code in} is a redirect to the page for signing
 * in, {@code no} is 404: for whoever does not belong to a course there is none. After the path stands what a form sends.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class PermissionsTest {

    /** The packages whose routes must all be in the table. */
    private static final String[] FEATURES = {
        "org.nabla.classroom",
        "org.nabla.gradebook",
        "org.nabla.authoring",
        "org.nabla.teaching",
        "org.nabla.project",
        "org.nabla.lti",
        "org.nabla.moodle",
        "org.nabla.signon",
        "org.nabla.account",
        "org.nabla.api",
        "org.nabla.progress",
        "org.nabla.operation",
    };

    private static final String TABLE = """
            route | NOBODY | GUEST | STRANGER | NEW_TEACHER | OTHER_LEARNER | OTHER_TEACHER | OPERATOR | FORMER | LEARNER | CO_TEACHER | TEACHER
            GET  /courses | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /courses/new | in  | in  | 403 | 200 | 403 | 200 | 200 | 403 | 403 | 200 | 200
            POST /courses title=T&zone=UTC | in  | in  | 403 | 303 | 403 | 303 | 303 | 403 | 403 | 303 | 303
            GET  /join | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /join code={code} | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /join/{code} | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 303 | 303 | 303
            POST /join/{code} | in  | in  | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /invitations/{token} | in  | in  | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /invitations/{token} | in  | in  | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            POST /courses/{course}/invitation answer=yes | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /courses/{course} | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 200 | 200
            POST /courses/{course}/leave | in  | in  | no  | no  | no  | no  | no  | no  | 303 | 303 | 303
            GET  /courses/{course}/settings | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/settings title=T&zone=UTC | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/co-teachers lead=yes | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            GET  /courses/{course}/sections | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/sections title=T | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sections/{section}/rename title=T | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sections/{section}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sections/999999999/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/sections/moves/999999999/back | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/late-days days=3 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/extensions | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/extensions who=all&assignment=1&how=days&days=2&why=storm | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/extensions/999999999/back | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/assignments/1/late-days | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 403 | 403
            POST /courses/{course}/assignments/1/late-days | in  | in  | no  | no  | no  | no  | no  | no  | 409 | 403 | 403
            POST /courses/{course}/assignments/1/late-days/back | in  | in  | no  | no  | no  | no  | no  | no  | 409 | 403 | 403
            POST /courses/{course}/sections/move learner={learner}&section=none | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/people/{learner}/section section=none | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/people/{former}/section section=none | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/assignments/1/sections | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/assignments/1/sections due-{section}=2091-01-01T00:00 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/teachers/{assistant}/sections section={section} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/teachers/{assistant}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/teachers/{assistant}/hand-over | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | no
            POST /courses/{course}/code life=week | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/missing missing=EMPTY | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/zone?to=UTC | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/zone to=UTC&keep=times | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/copy | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/copy title=T&zone=UTC&from=2020-01-01&to=2090-01-01 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/archive | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/restore | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            GET  /courses/{course}/people | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/people/{learner} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/people/{former} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/people/{learner}/times factor=1.5&days=2 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/people/{former}/times factor=1.5&days=2 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/people/{learner}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/people/{former}/readmit | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/people/{coteacher}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/people/{coteacher}/readmit | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/people/{learner}/password | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/people/add | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/people/add from={course}&learner={learner} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/people/invite login=operator | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/people/{learner}/uninvite | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/place answer=yes | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /courses/{course}/roster | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/roster files= | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 422 | 422
            GET  /courses/{course}/roster/plan | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/roster/plan plan=forged | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/roster/columns | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/roster/columns action=look | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/roster/progress | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/teachers | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/teachers login=operator | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/teachers/link | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 200
            POST /courses/{course}/teachers/{coteacher}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/teachers/{coteacher}/hand-over | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            POST /courses/{course}/teachers/{learner}/hand-over | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | no
            POST /courses/{course}/teachers/{former}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | no
            POST /courses/{course}/invitations/{invitation}/withdraw | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 403 | 303
            GET  /courses/{course}/log | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/sets title=T | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/sets/{set} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/sets/{set} title=T | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sets/{set}/lines template=first-partial-derivative | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sets/{set}/lines/{line} action=down | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sets/{set}/copy into={course} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/sets/{set}/remove | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/sets/{set}/find | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets/{set}/variants?template=first-partial-derivative | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets/{set}/preview | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets/{set}/worksheet | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets/{set}/worksheet.pdf | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets/{set}/moodle | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/sets/{set}/moodle.xml?count=1 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/assignments/1/moodle | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/assignments/1/moodle.xml?count=1 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /moodle/{template} | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | 200 | 200
            GET  /moodle/{template}/questions.xml?count=1 | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | 200 | 200
            GET  /courses/{course}/sets/999999999 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/assignments | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 200 | 200
            GET  /courses/{course}/assignments/new?set={set} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/assignments set={set}&title=T&opens=2020-01-01T00:00&due=2090-01-01T00:00 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/assignments/dates | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/assignments/dates due-1=2091-01-01T00:00&opens-1=2020-01-01T00:00 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/assignments/1 | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 200 | 200
            GET  /courses/{course}/assignments/2 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /courses/{course}/assignments/1/rules | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/assignments/1/rules title=T&opens=2020-01-01T00:00&due=2090-01-01T00:00 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/assignments/1/withdraw | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/assignments/1/problems/1 | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 403 | 403
            GET  /courses/{course}/assignments/1/problems/7 | in  | in  | no  | no  | no  | no  | no  | no  | no  | 403 | 403
            POST /courses/{course}/assignments/1/problems/1 answer-a= | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 403 | 403
            POST /courses/{course}/assignments/1/problems/1/help | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 403 | 403
            POST /courses/{course}/assignments/1/problems/1/reading?part=a answer-a=x | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 403 | 403
            POST /courses/{course}/assignments/1/problems/1/draft answer-a=x | in  | in  | no  | no  | no  | no  | no  | no  | 409 | 403 | 403
            POST /courses/{course}/assignments/1/start | in  | in  | no  | no  | no  | no  | no  | no  | 303 | 403 | 403
            POST /courses/{course}/assignments/1/learners/{learner}/minutes minutes=5 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 422 | 422
            POST /courses/{course}/assignments/1/learners/{former}/minutes minutes=5 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/assignments/1/learners/{learner} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/assignments/1/learners/{former} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/assignments/1/learners/{coteacher} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/assignments/1/learners/{learner}/extension due=2091-01-01T00:00&reason=ill | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/assignments/1/learners/{learner}/mark points=1&why=ill | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/assignments/1/learners/{former}/mark points=1&why=ill | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/notes/1/read | in  | in  | no  | no  | no  | no  | no  | no  | no  | 403 | 403
            GET  /courses/{course}/gradebook | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/gradebook/{learner} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/gradebook/{former} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/gradebook/export for=canvas | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/gradebook/export for=attempts | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/gradebook/items | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/gradebook/items?assignment=9 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /courses/{course}/gradebook/variants?numbers=a=1 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            GET  /courses/{course}/gradebook/weights | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/gradebook/weights title-1= | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/marks | in  | in  | no  | no  | no  | no  | no  | no  | 200 | 403 | 403
            GET  /courses/{course}/gradebook/corrections | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/gradebook/corrections fingerprint=1 | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /courses/{course}/gradebook/regrade/1/1 | in | in | no | no | no | no | no | no | 403 | 200 | 200
            POST /courses/{course}/gradebook/regrade/1/1 action=full | in | in | no | no | no | no | no | no | 403 | 200 | 200
            GET  /courses/{course}/gradebook/regrade/1/7 | in | in | no | no | no | no | no | no | 403 | no | no
            GET  /courses/{course}/mistakes | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/mistakes/note text=T | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /courses/{course}/mistakes/doubt id=1&answer=T | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            GET  /teaching | in  | in  | 403 | 200 | 403 | 200 | 200 | 403 | 403 | 200 | 200
            POST /teaching/demo | in  | in  | 403 | 303 | 403 | 303 | 303 | 403 | 403 | 303 | 303
            POST /teaching/demo/remove course={course} | in  | in  | 403 | 303 | 403 | 303 | 303 | 403 | 403 | 303 | 303
            GET  /templates | in  | in  | 403 | 200 | 403 | 200 | 200 | 403 | 403 | 200 | 200
            GET  /templates/reference | in  | in  | 403 | 200 | 403 | 200 | 200 | 403 | 403 | 200 | 200
            POST /templates | in  | in  | 403 | 303 | 403 | 303 | 303 | 403 | 403 | 303 | 303
            POST /templates copy={template} | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | 303 | 303
            GET  /templates/{template} | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | 200 | 200
            GET  /templates/{template}/edit | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 200
            POST /templates/{template}/edit yaml=x | 401 | 401 | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 303
            POST /templates/{template}/preview yaml=x | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 200
            GET  /templates/{template}/check | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 200
            GET  /templates/{template}/versions | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 200
            GET  /templates/{template}/versions/{version} | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 200
            POST /templates/{template}/share course={course} | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 303
            POST /templates/{template}/share course=999999999 | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | no
            POST /templates/{template}/unshare course={course} | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 303
            POST /templates/{template}/everyone shared=yes | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 303
            POST /templates/{template}/publish | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 303
            POST /templates/{template}/delete | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | 303
            GET  /practice/{template}/1 | no  | no  | no  | no  | no  | no  | no  | no  | 200 | 200 | 200
            GET  /courses/999999999 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /courses/nonsense | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /courses/-1/people | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /teach | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /teach/link | in  | in  | 403 | 200 | 403 | 200 | 200 | 403 | 403 | 200 | 200
            GET  /teach/{offer} | in  | in  | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /teach/{offer} | in  | in  | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /projects | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /projects/{project} | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /projects/{project}/set course={course} | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 303 | 303
            POST /projects/{project}/copy | in  | in  | 403 | 303 | 403 | 303 | 303 | 403 | 403 | 303 | 303
            GET  /projects/{project}/edit | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | no
            POST /projects/{project}/edit yaml=x | in  | in  | 403 | no  | 403 | no  | no  | 403 | 403 | no  | no
            POST /projects/{project}/renew | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /projects/{project}/run | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /projects/{project}/run/end | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /projects/{project}/run/{step} | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            POST /projects/{project}/run/{step} answer-a=1 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            POST /projects/{project}/run/{step}/help | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            POST /projects/{project}/run/{step}/reading | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            POST /projects/{project}/run/{step}/values | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /projects/{project}/data/1234567/data.csv | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /projects/{project}/data/1234567/data.py | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /projects/{project}/data/1234567/notebook.ipynb | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /projects/{project}/data/1234567/program.py | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /projects/{project}/data/1234567/table | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /projects/{project}/start | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /operator | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/predictions | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/users | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/users/999999999 | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /operator/users/{learner} | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            POST /operator/users/999999999/password | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/users/999999999/sign-out | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/users/999999999/second-step | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/users/999999999/close | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/users/999999999/open | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/users/999999999/teaching | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /operator/log | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/courses | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/courses/{course} | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/courses/999999999 | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/courses/{course}/teacher login=nobody-at-all | no  | no  | no  | no  | no  | no  | 422 | no  | no  | no  | no
            GET  /operator/retention | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /privacy | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /terms | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /imprint | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /operator/teachers | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            POST /operator/teachers login=nobody-at-all | no  | no  | no  | no  | no  | no  | 422 | no  | no  | no  | no
            POST /operator/teachers/999999999/end | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /operator/platforms | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            POST /operator/platforms name= | no  | no  | no  | no  | no  | no  | 422 | no  | no  | no  | no
            POST /operator/platforms/keys | no  | no  | no  | no  | no  | no  | 303 | no  | no  | no  | no
            GET  /operator/platforms/new | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/platforms/999999999 | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/platforms/999999999 name=T | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/platforms/999999999/remove | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /lti/login | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400
            POST /lti/login | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400
            POST /lti/launch | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            GET  /lti/link | in  | in  | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /lti/link | in  | in  | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422
            GET  /lti/contexts/999999999 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /lti/contexts/999999999 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /lti/deeplink/7 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /lti/deeplink/7 what=a1 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /courses/{course}/platforms | in  | in  | no  | no  | no  | no  | no  | no  | 403 | 200 | 200
            POST /courses/{course}/platforms/999999999/again | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            POST /courses/{course}/platforms/999999999/people | in  | in  | no  | no  | no  | no  | no  | no  | 403 | no  | no
            GET  /lti/register | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400
            POST /lti/register configuration=http://10.0.0.1/ | no  | no  | no  | no  | no  | no  | 400 | no  | no  | no  | no
            GET  /operator/sign-on | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            POST /operator/sign-on label= | no  | no  | no  | no  | no  | no  | 422 | no  | no  | no  | no
            GET  /operator/sign-on/new | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            GET  /operator/sign-on/999999999 | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/sign-on/999999999 label=T | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /operator/sign-on/999999999/remove | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /sign-in/with/9999999999 | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            GET  /sign-in/with/9999999999/back | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /sign-in/with/9999999999/ended | no  | no  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /account/sign-on/link/9999999999 | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /account/sign-on/999999999/unlink | in  | in  | no  | no  | no  | no  | no  | no  | no  | no  | no
            POST /sign-out/with | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303 | 303
            GET  /account/mail | in  | in  | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /account/mail/confirm | in  | in  | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422
            POST /account/mail/notices zone=UTC | in  | in  | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422
            GET  /mail/confirm/999999999 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410
            POST /mail/confirm/999999999 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410
            GET  /mail/confirmed | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /mail/unsubscribe/999999999 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410
            POST /mail/unsubscribe/999999999 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410
            GET  /lost-password | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            POST /lost-password email=nobody | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422 | 422
            GET  /lost-password/sent | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /lost-password/changed | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            GET  /lost-password/999999999 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410
            POST /lost-password/999999999 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410 | 410
            GET  /operator/mail | no  | no  | no  | no  | no  | no  | 200 | no  | no  | no  | no
            POST /operator/mail/999999999/again | no  | no  | no  | no  | no  | no  | 303 | no  | no  | no  | no
            POST /operator/mail/999999999/drop | no  | no  | no  | no  | no  | no  | 303 | no  | no  | no  | no
            GET  /lti/jwks | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
            """;

    /**
     * What assistants may, of the whole course and of a section in which the learner is not. They change nothing else: every
     * other page of the course answers 403, and outside of it they are nobody in particular.
     */
    private static final String ASSISTANTS = """
            route | ASSISTANT | OTHER_ASSISTANT
            GET /join/{code} | 303 | 303
            POST /courses/{course}/invitation answer=yes | no | no
            POST /courses/{course}/place answer=yes | no | no
            GET /courses/{course} | 200 | 200
            POST /courses/{course}/leave | 303 | 303
            GET /courses/{course}/people | 200 | 200
            GET /courses/{course}/assignments | 200 | 200
            GET /courses/{course}/assignments/1 | 200 | 200
            GET /courses/{course}/assignments/2 | no | no
            GET /courses/{course}/assignments/1/learners/{learner} | 200 | no
            GET /courses/{course}/assignments/1/learners/{former} | no | no
            GET /courses/{course}/assignments/1/learners/{coteacher} | no | no
            POST /courses/{course}/assignments/1/learners/{learner}/mark points=1&why=ill | 303 | no
            POST /courses/{course}/assignments/1/learners/{former}/mark points=1&why=ill | no | no
            GET /courses/{course}/gradebook | 200 | 200
            GET /courses/{course}/gradebook/{learner} | 200 | no
            GET /courses/{course}/gradebook/{former} | no | no
            GET  /courses/{course}/gradebook/items | 200 | 200
            GET  /courses/{course}/gradebook/items?assignment=9 | no | no
            GET  /courses/{course}/gradebook/variants?numbers=a=1 | 200 | 200
            POST /courses/{course}/gradebook/export for=canvas | 200 | 200
            POST /courses/{course}/gradebook/export for=attempts | 200 | 200
            GET /courses/{course}/mistakes | 200 | 200
            POST /courses/{course}/mistakes/note text=T | 303 | 303
            POST /courses/{course}/mistakes/doubt id=1&answer=T | 303 | 303
            GET /practice/{template}/1 | 200 | 200
            POST /projects/{project}/set course={course} | 403 | 403
            """;

    /**
     * What has nothing to do with a course; programs come by a token, and never by a cookie. A cell that is empty is not asked,
     * since it would sign out whoever runs the site everywhere.
     */
    private static final String SITE = """
            route | NOBODY | GUEST | STRANGER | NEW_TEACHER | OPERATOR
            GET  /account | in | in | 200 | 200 | 200
            POST /account/details name= | in | in | 422 | 422 | 422
            POST /account/password old=x&password=y | in | in | 422 | 422 | 422
            GET  /account/devices | in | in | 200 | 200 | 200
            POST /account/devices/999999999/end | in | in | 303 | 303 | 303
            POST /account/devices/end-others | in | in | 303 | 303 |
            GET  /account/second-step | in | in | 200 | 200 | 200
            POST /account/second-step/begin password=x | in | in | 422 | 422 | 422
            POST /account/second-step/confirm code=1 | in | in | 422 | 422 | 422
            POST /account/second-step/codes code=1 | in | in | 422 | 422 | 422
            POST /account/second-step/end code=1 | in | in | 422 | 422 | 422
            GET  /account/tokens | in | in | 403 | 200 | 200
            POST /account/tokens name= | in | in | 403 | 422 | 422
            POST /account/tokens/999999999/end | in | in | 303 | 303 | 303
            GET  /account/numbers | 200 | 200 | 200 | 200 | 200
            POST /account/numbers sign=point | 303 | 303 | 303 | 303 | 303
            GET  /account/data | 200 | 200 | 200 | 200 | 200
            GET  /account/export | 303 | 200 | 200 | 200 | 200
            GET  /account/delete | 303 | 200 | 200 | 200 | 200
            POST /account/delete password=x | 303 | 422 | 422 | 422 | 422
            GET  /account/deleted | 200 | 200 | 200 | 200 | 200
            GET  /new-password | 303 | 303 | 303 | 303 | 303
            POST /new-password password=x | in | in | in | in | in
            GET  /sign-in | 200 | 200 | 303 | 303 | 303
            POST /sign-in login={course} | 422 | 422 | 422 | 422 | 422
            GET  /sign-in/code | in | in | in | in | in
            POST /sign-in/code code=1 | in | in | in | in | in
            GET  /sign-up | 200 | 200 | 200 | 200 | 200
            POST /sign-up name= | 422 | 422 | 422 | 422 | 422
            POST /sign-out | 303 | 303 | 303 | 303 |
            GET  /teach/999999999 | in | in | no | no | no
            POST /teach/999999999 | in | in | no | no | no
            GET  /progress | 200 | 200 | 200 | 200 | 200
            GET  /attempts/999999999 | no | no | no | no | no
            POST /reports text=x | no | no | no | no | no
            GET  /operator/passwords | no | no | no | no | 200
            POST /operator/passwords login=no-such-login | no | no | no | no | 422
            POST /operator/teachers login=no-such-login | no | no | no | no | 422
            GET  /operator/reports | no | no | no | no | 200
            POST /operator/reports/999999999 answer=x | no | no | no | no | no
            GET  /operator/witness | no | no | no | no | 200
            GET  /operator/users/{former} | no | no | no | no | 200
            POST /operator/users/{former}/open | no | no | no | no | 303
            POST /operator/users/{former}/teaching teaches= | no | no | no | no | 303
            POST /operator/users/{former}/second-step | no | no | no | no | 303
            POST /operator/users/{former}/sign-out | no | no | no | no | 303
            POST /operator/users/{former}/password | no | no | no | no | 200
            POST /operator/users/{former}/close | no | no | no | no | 303
            GET  /api/v1/courses | 401 | 401 | 401 | 401 | 401
            GET  /api/v1/courses/{course} | 401 | 401 | 401 | 401 | 401
            GET  /api/v1/courses/{course}/learners | 401 | 401 | 401 | 401 | 401
            GET  /api/v1/courses/{course}/assignments | 401 | 401 | 401 | 401 | 401
            GET  /api/v1/courses/{course}/marks | 401 | 401 | 401 | 401 | 401
            PUT  /api/v1/courses/{course}/assignments/1/extensions/{learner} {} | 401 | 401 | 401 | 401 | 401
            DELETE /api/v1/courses/{course}/assignments/1/extensions/{learner} | 401 | 401 | 401 | 401 | 401
            GET  /api/v1/exercises/{template} | no  | no  | no  | no  | no
            POST /api/v1/check {} | 400 | 400 | 400 | 400 | 400
            """;

    /** What a form changes that decides who may what, or what there is. After all others the next one finds the course as it was. */
    private static final Pattern CHANGES_MUCH = Pattern.compile(
            "remove|leave|readmit|invit|withdraw|hand-over|archive|restore|1/start|delete|publish|share"
                    + "|sections|/add|/join/|co-teachers|teachers login|extensions|assignments set=|zone to=|offer|sign-out");

    /** By which others come into the course, or that is used up. */
    private static final Pattern JOINS = Pattern.compile("/join/|invitations|offer");

    /** A course in which nothing has been changed yet that matters; after a change there is a new one. */
    private static Optional<CourseWorld> fresh = Optional.empty();

    @ParameterizedTest(name = "{1} {0}: {2}")
    @MethodSource("cells")
    void everybodyMayExactlyWhatTheTableSays(String route, Who who, String expected) {
        var world = fresh.orElseGet(CourseWorld::new);
        fresh = Optional.of(world);

        var answer = send(route, who, world);

        if (route.startsWith("POST") && (route.contains("/{token}") || route.startsWith("POST /sign-out"))
                || route.contains("/{offer}")) {
            CourseWorld.replace(who); // they may teach now, or are signed out
        }
        if (route.startsWith("POST /operator/users/{former}") && who == Who.OPERATOR) {
            CourseWorld.replace(Who.FORMER);
            fresh = Optional.empty();
        }
        if (route.startsWith("POST")
                && CHANGES_MUCH.matcher(route).find()
                && (who.isOfTheCourse() || JOINS.matcher(route).find())
                && answer.statusCode() < 400
                && !isDoor(answer)) {
            fresh = Optional.empty();
        }
        assertThat(isDoor(answer) ? "in" : answer.statusCode() == 404 ? "no" : String.valueOf(answer.statusCode()))
                .isEqualTo(expected);
    }

    @Test
    void everyRouteIsInTheTable() {
        var tested = new TreeSet<String>();
        rows().keySet().forEach(route -> tested.add(shape(route.split(" +")[0] + " " + route.split(" +")[1])));

        assertThat(routes()).isNotEmpty().isSubsetOf(tested);
    }

    static Stream<Arguments> cells() {
        return rows().entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> Arguments.of(row.getKey(), cell.getKey(), cell.getValue())));
    }

    private static Map<String, Map<Who, String>> rows() {
        var rows = rows(TABLE);
        var assistants = rows(ASSISTANTS);
        assertThat(rows.keySet()).containsAll(assistants.keySet());
        rows.forEach((route, cells) -> {
            var outside = route.contains(" /courses/{course}") ? "403" : cells.getOrDefault(Who.STRANGER, "");
            for (var who : List.of(Who.ASSISTANT, Who.OTHER_ASSISTANT)) {
                cells.put(who, assistants.getOrDefault(route, Map.of()).getOrDefault(who, outside));
            }
        });
        rows(SITE).forEach((route, cells) -> {
            cells.values().removeIf(String::isEmpty);
            assertThat(rows.put(route, cells)).as(route).isNull();
        });
        return rows;
    }

    private static Map<String, Map<Who, String>> rows(String table) {
        var rows = new LinkedHashMap<String, Map<Who, String>>();
        var lines = table.lines().map(line -> line.split("\\|")).toList();
        for (var line : lines.subList(1, lines.size())) {
            var cells = new LinkedHashMap<Who, String>();
            for (var i = 1; i < line.length; i++) {
                cells.put(Who.valueOf(lines.get(0)[i].strip()), line[i].strip());
            }
            rows.put(line[0].strip().replaceAll(" +", " "), cells);
        }
        return rows;
    }

    private static Received send(String route, Who who, CourseWorld world) {
        var words = route.split(" ");
        var path = world.address(words[1]);
        if (path.startsWith("/api/")) {
            return world.as(who).program(words[0], path, words.length > 2 ? words[2] : "");
        }
        if (words[0].equals("GET")) {
            return world.as(who).get(path);
        }
        if (words.length > 2 && words[2].startsWith("files=")) {
            return world.as(who).upload(path, "files", "learners.csv", "");
        }
        var fields = new ArrayList<String>();
        if (words.length > 2) {
            for (var field : words[2].split("&")) {
                fields.addAll(List.of(world.address(field).split("=", 2)));
            }
        }
        return world.as(who).post(path, fields.toArray(String[]::new));
    }

    private static boolean isDoor(Received answer) {
        return answer.statusCode() == 303 && CourseWorld.path(answer).startsWith("/sign-in");
    }

    private static Set<String> routes() {
        var routes = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(FEATURES).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .forEach(type -> type.getMethods().forEach(method -> {
                            var root = type.getAnnotationOfType(Path.class).value();
                            if (method.isAnnotatedWith(GET.class)) {
                                routes.add(shape("GET " + joined(root, method)));
                            }
                            if (method.isAnnotatedWith(POST.class)) {
                                routes.add(shape("POST " + joined(root, method)));
                            }
                            if (method.isAnnotatedWith(PUT.class)) {
                                routes.add(shape("PUT " + joined(root, method)));
                            }
                            if (method.isAnnotatedWith(DELETE.class)) {
                                routes.add(shape("DELETE " + joined(root, method)));
                            }
                        }));
        return routes;
    }

    /** A path may begin with a slash or not. */
    private static String joined(String root, JavaMethod method) {
        return (root + "/" + path(method)).replaceAll("/+", "/");
    }

    private static String path(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    /** Without the names of what is in it: <code>/courses/{}/people</code>. */
    private static String shape(String route) {
        return route.replaceAll("\\?.*", "")
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}|(?<=/)[0-9]+", "{}")
                .replaceAll("/$", "");
    }
}
