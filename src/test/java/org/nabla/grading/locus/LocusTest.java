package org.nabla.grading.locus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** Lines, planes, curves: any parametrisation, any equation, but all of it and nothing else. */
class LocusTest {

    @ParameterizedTest(name = "{3} for {1} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2,3) + t(1,0,1)           | CORRECT | the key
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | r(t) = <1+t, 2, 3+t>         | CORRECT | named, in one vector
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | "x=1+t, y=2, z=3+t"          | CORRECT | by coordinates
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | "x(t)=1+t, y(t)=2, z(t)=3+t" | CORRECT | by functions
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | "x=1+t; y=2; z=3+t"          | CORRECT | with semicolons
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | "(x,y,z) = (1,2,3)+t(1,0,1)" | CORRECT | with the position
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2,3) + s(1,0,1)           | CORRECT | another letter
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2,3) + lambda(1,0,1)      | CORRECT | a Greek letter
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (0,2,2) + t(-2,0,-2)         | CORRECT | another point, another length
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1+t)i + 2j + (3+t)k         | CORRECT | unit vectors
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1+t^3, 2, 3+t^3)            | CORRECT | a cube covers it
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1+t^2, 2, 3+t^2)            | WRONG   | a square covers half of it
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1+e^t, 2, 3+e^t)            | WRONG   | e^t covers half of it
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1+sin t, 2, 3+sin t)        | WRONG   | sin covers a segment
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1+1/t, 2, 3+1/t)            | WRONG   | without one point
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | "(1,2,3) + t(1,0,1), 0<=t<=1" | WRONG  | a segment
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2,3)                      | WRONG   | a point
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2,3) + t(1,0,2)           | WRONG   | another direction
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2,4) + t(1,0,1)           | WRONG   | parallel
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | "y = 2, z = x + 2"           | CORRECT | two planes
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | z = x + 2                    | WRONG   | one plane
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | (1,2) + t(1,0)               | INVALID | in the plane
            line  | (1, 2, 3) + t*(1, 0, 1) | x y z | 7                            | INVALID | a number
            line  | (1, 2, 3) + t*(2, 3, 1) | x y z | (x-1)/2 = (y-2)/3 = z-3      | CORRECT | the symmetric form
            line  | (1, 2, 3) + t*(2, 3, 1) | x y z | (x-1)/2 = (y-2)/3 = z        | WRONG   | another point
            line  | y = 2*x + 1             | x y   | y = 2x + 1                   | CORRECT | the equation
            line  | y = 2*x + 1             | x y   | 2x - y = -1                  | CORRECT | rearranged
            line  | y = 2*x + 1             | x y   | (0,1) + t(1,2)               | CORRECT | a point and a direction
            line  | y = 2*x + 1             | x y   | y = 2x                       | WRONG   | parallel
            line  | y = 2*x + 1             | x y   | "(t, 2t)"                    | WRONG   | parallel
            plane | 2*x + 3*y - z = 5       | x y z | z = 2x + 3y - 5              | CORRECT | solved
            plane | 2*x + 3*y - z = 5       | x y z | 4x + 6y - 2z - 10 = 0        | CORRECT | doubled
            plane | 2*x + 3*y - z = 5       | x y z | 2(x-1) + 3(y-1) - z = 0      | CORRECT | point and normal
            plane | 2*x + 3*y - z = 5       | x y z | dot((2,3,-1), (x-1,y-1,z)) = 0 | CORRECT | a dot product
            plane | 2*x + 3*y - z = 5       | x y z | (0,0,-5) + s(1,0,2) + t(0,1,3) | CORRECT | two parameters
            plane | 2*x + 3*y - z = 5       | x y z | (s, t, 2s+3t-5)              | CORRECT | as a graph
            plane | 2*x + 3*y - z = 5       | x y z | (s+t, 0, 2s+2t-5)            | WRONG   | both directions parallel
            plane | 2*x + 3*y - z = 5       | x y z | (0,0,-5) + s(1,0,2)          | WRONG   | a line in it
            plane | 2*x + 3*y - z = 5       | x y z | 2x + 3y - z = 6              | WRONG   | parallel
            plane | 2*x + 3*y - z = 5       | x y z | 2x + 3y + z = 5              | WRONG   | another
            plane | 2*x + 3*y - z = 5       | x y z | (2,3,-1)                     | WRONG   | its normal vector
            plane | 2*x + 3*y - z = 5       | x y z | 2x + 3y - z                  | INVALID | no equation
            plane | (1,0,0)+s*(1,1,0)+t*(0,0,1) | x y z | x - y = 1                | CORRECT | an equation for a parametrised key
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | (2cos t, 2sin t)   | CORRECT | the key
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | (2sin t, 2cos t)   | CORRECT | the other way round
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | "(2cos 3t, 2sin 3t), 0<=t<=2pi" | CORRECT | three times
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | "(2cos t, 2sin t), 0<=t<=pi" | WRONG | half of it
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | "x=2cos(theta), y=2sin(theta), 0<=theta<2pi" | CORRECT | half open is enough
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | x^2 + y^2 = 4      | CORRECT | its equation
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | x^2 + y^2 = 5      | WRONG   | another circle
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | (cos t, sin t)     | WRONG   | another circle
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | (2, 0)             | WRONG   | a point
            curve range=[0,2*pi] | (2*cos(t), 2*sin(t)) | x y | (2 + 0t, 0t)       | WRONG   | a point in disguise
            curve | x^2 + y^2 = 4       | x y | (2cos t, 2sin t)                   | CORRECT | a parametrisation
            curve | x^2 + y^2 = 4       | x y | "(2cos t, 2sin t), 0<=t<=2pi"      | CORRECT | with its range
            curve | x^2 + y^2 = 4       | x y | "(2cos t, |2sin t|)"              | WRONG   | the upper half
            curve | y = x^2             | x y | (t, t^2)                           | CORRECT | a parabola
            curve | y = x^2             | x y | (2t, 4t^2)                         | CORRECT | at another speed
            curve | y = x^2             | x y | (t^2, t^4)                         | WRONG   | the right half
            curve | y = x^2             | x y | (t, t)                             | WRONG   | a line
            curve | y = x^2             | x y | y - x^2 = 0                        | CORRECT | the equation
            curve range=[0,1] | (t, 2*t) | x y | (t, 2t)                           | CORRECT | a segment
            curve range=[0,1] | (t, 2*t) | x y | (1-t, 2-2t)                       | CORRECT | backwards
            curve range=[0,1] | (t, 2*t) | x y | "(t/2, t), 0<=t<=2"               | CORRECT | slower
            curve range=[0,1] | (t, 2*t) | x y | "(t, 2t), 0<=t<=2"                | WRONG   | twice as long
            curve range=[0,1] | (t, 2*t) | x y | "(t, 2t), 0<t<1"                  | WRONG   | without its ends
            curve range=[0,1] | (t, 2*t, 1) | x y z | (t, 2t, 1)                   | CORRECT | in space
            """)
    void grades(String kind, String value, String variables, String response, Outcome expected, String why) {
        assertThat(Graders.grade(kind, value, variables, response).outcome())
                .as(why)
                .isEqualTo(expected);
    }
}
