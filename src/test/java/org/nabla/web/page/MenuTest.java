package org.nabla.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {
    private record Reader(boolean isSignedIn, boolean isTeacher, boolean isOperator) implements Visitor {
        @Override
        public boolean isGuest() {
            return !isSignedIn;
        }

        @Override
        public String getName() {
            return "";
        }

        @Override
        public boolean writesWithComma() {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                 | false | false | false | Practice, Skills, Projects, Laboratory, Progress
            /practice         | false | false | false | [Practice], Skills, Projects, Laboratory, Progress
            /practice/chain/3 | false | false | false | (Practice), Skills, Projects, Laboratory, Progress
            /practices        | false | false | false | Practice, Skills, Projects, Laboratory, Progress
            /skills           | true  | false | false | Practice, [Skills], Projects, Laboratory, Progress, Courses
            /courses/7        | true  | true  | false | Practice, Skills, Projects, Laboratory, Progress, (Courses), Teaching, Templates
            /courses/7        | false | false | false | Practice, Skills, Projects, Laboratory, Progress
            /operator         | true  | false | true  | Practice, Skills, Projects, Laboratory, Progress, Courses, [Operation]
            """)
    void namesWhereOneIs(String path, boolean signedIn, boolean teacher, boolean operator, String entries) {
        var menu = Menu.of(path, new Reader(signedIn, teacher, operator));

        assertThat(menu.entries().stream().map(MenuTest::shown)).containsExactly(entries.split(", "));
    }

    private static String shown(Menu.Entry entry) {
        return switch (entry.current()) {
            case "page" -> "[" + entry.name() + "]";
            case "true" -> "(" + entry.name() + ")";
            default -> entry.name();
        };
    }
}
