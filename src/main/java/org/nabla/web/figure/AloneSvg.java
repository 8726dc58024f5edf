package org.nabla.web.figure;

import java.util.regex.Pattern;

/** A drawing that stands alone: it says how large it is, and has the colors of light paper in it. */
final class AloneSvg {
    private static final Pattern BEGIN =
            Pattern.compile("<svg class=\"plot(?: space)?\" viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");

    /** What the style sheet of the site says of drawings, for readers that know no variables. */
    private static final String STYLE = """
            path{fill:none;stroke-linejoin:round;stroke-linecap:round}
            .grid{stroke:#d9d9d2;stroke-width:.75}.zero{stroke:#555a64;stroke-width:1}
            .line{stroke:#1f3fae;stroke-width:1.75}.area{fill:#1f3fae;fill-opacity:.14;stroke:#1f3fae;stroke-width:1.25}
            .arrow{stroke:#1b1d22;stroke-width:2.25}.thin{stroke:#1f3fae;stroke-width:1.1}
            .arrow.tip{fill:#1b1d22;stroke-width:1}.thin.tip{fill:#1f3fae;stroke-width:.5}
            .dot{fill:#1b1d22;stroke:#fff;stroke-width:1.5}.step{fill:#fff;stroke:#1b1d22;stroke-width:1.4}
            text{fill:#555a64;font-family:serif;font-size:12.5px}.axis{font-size:14px;fill:#1b1d22}
            .label{font-size:15px;fill:#1b1d22}.level{font-size:12px;fill:#1f3fae}tspan.small{font-size:10px}
            .s0,.s1,.s2,.s3,.s4,.s5,.s6,.s7{stroke:#fff;stroke-width:.4;stroke-opacity:.5}
            .s0{fill:#14296f}.s1{fill:#1b3588}.s2{fill:#2546a6}.s3{fill:#3f60bf}
            .s4{fill:#6280d2}.s5{fill:#8aa2e2}.s6{fill:#b3c4f0}.s7{fill:#dae3fa}
            .s0.skin{stroke:#14296f}.s1.skin{stroke:#1b3588}.s2.skin{stroke:#2546a6}.s3.skin{stroke:#3f60bf}
            .s4.skin{stroke:#6280d2}.s5.skin{stroke:#8aa2e2}.s6.skin{stroke:#b3c4f0}.s7.skin{stroke:#dae3fa}
            .skin{stroke-width:.7;stroke-opacity:1}.sheet{fill:#1f3fae;fill-opacity:.16;stroke:none}
            .edge{stroke:#1f3fae;stroke-width:1.25}path.axis{fill:none;stroke:#555a64;stroke-width:.9}
            .pin{fill:#1b1d22;stroke:#1b1d22;stroke-width:1.2}.thread{stroke:#1b1d22;stroke-width:1.2}
            .drop{stroke:#555a64;stroke-width:1;stroke-dasharray:1 4}.curve{stroke:#1b1d22;stroke-width:2}.head{fill:#1b1d22}
            """;

    private AloneSvg() {}

    static String of(String svg) {
        var begin = BEGIN.matcher(svg);
        if (!begin.lookingAt()) {
            throw new IllegalArgumentException("no drawing of ours");
        }
        var end = svg.indexOf('>') + 1;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + begin.group(1) + "\" height=\"" + begin.group(2)
                + "\" viewBox=\"0 0 " + begin.group(1) + " " + begin.group(2) + "\"><style>" + STYLE + "</style>"
                + svg.substring(end);
    }
}
