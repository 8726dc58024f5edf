package org.nabla.web.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            '     (MIT License) FastCSV (de.siegmar:fastcsv:4.0.0 - https://fastcsv.example)' | de.siegmar:fastcsv | 4.0.0 | MIT License
            '     (GPL 2) (LGPL 2.1) Java Algebra System (JAS) (de.uni:jas:2.7 - http://jas.example)' | de.uni:jas | 2.7 | GPL 2 or LGPL 2.1
            '     (Eclipse Public License (EPL) 2) Thing (a.b:thing:1 - no url defined)' | a.b:thing | 1 | Eclipse Public License (EPL) 2
            """)
    void aLineOfTheBuildIsALibraryWithItsLicences(String line, String name, String version, String licence) {
        var library = Library.ofJar(line).orElseThrow();

        assertThat(library.name()).isEqualTo(name);
        assertThat(library.version()).isEqualTo(version);
        assertThat(library.licence()).isEqualTo(licence);
    }

    @Test
    void whatIsNoEntryIsLeftOut() {
        assertThat(Library.ofJar("Lists of 245 third-party dependencies.")).isEmpty();
        assertThat(Library.ofBundle("katex\t0.19.1")).isEmpty();
        assertThat(Library.ofBundle("katex\t0.19.1\tMIT").orElseThrow().licence())
                .isEqualTo("MIT");
    }
}
