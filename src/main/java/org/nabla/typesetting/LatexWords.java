package org.nabla.typesetting;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Says a formula in LaTeX in words, for where no formula can be shown: {@code \frac{\partial f}{\partial x}} is {@code partial f over
 * partial x}. It follows the signs, not their meaning.
 */
public final class LatexWords {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("+", "plus"),
            Map.entry("−", "minus"),
            Map.entry("-", "minus"),
            Map.entry("±", "plus or minus"),
            Map.entry("=", "equals"),
            Map.entry("≠", "is not equal to"),
            Map.entry("<", "is less than"),
            Map.entry(">", "is greater than"),
            Map.entry("≤", "is less than or equal to"),
            Map.entry("≥", "is greater than or equal to"),
            Map.entry("≈", "is about"),
            Map.entry("⋅", "times"),
            Map.entry("·", "times"),
            Map.entry("×", "times"),
            Map.entry("∘", "after"),
            Map.entry("→", "to"),
            Map.entry("↦", "goes to"),
            Map.entry("∈", "in"),
            Map.entry("∉", "not in"),
            Map.entry("∂", "partial"),
            Map.entry("∇", "nabla"),
            Map.entry("∞", "infinity"),
            Map.entry("∫", "the integral"),
            Map.entry("∬", "the double integral"),
            Map.entry("∭", "the triple integral"),
            Map.entry("∮", "the closed integral"),
            Map.entry("∑", "the sum"),
            Map.entry("∏", "the product"),
            Map.entry("′", "prime"),
            Map.entry("‖", "norm bar"),
            Map.entry("…", "and so on"),
            Map.entry("⋯", "and so on"),
            Map.entry("ℓ", "l"));

    private static final Map<String, String> ACCENTS =
            Map.of("→", "vector ", "^", " hat", "¯", " bar", "~", " tilde", "˙", " dot", "¨", " double dot");

    private LatexWords() {}

    /** What cannot be read stays as it was written. */
    public static String of(String latex) {
        if (LatexMathMl.problem(latex).isPresent()) {
            return latex;
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(LatexMathMl.render(latex, false))));
            return words(document.getDocumentElement())
                    .replaceAll("\\s+", " ")
                    .replaceAll(" (?=[,;:.)\\]}])|(?<=[(\\[{]) ", "")
                    .replaceAll(",$", "")
                    .strip();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return latex;
        }
    }

    private static String words(Element e) {
        var parts = children(e);
        return switch (e.getTagName()) {
            case "mn", "mtext" -> e.getTextContent();
            case "mi", "mo" -> sign(e.getTextContent());
            case "mspace" -> " ";
            case "mfrac" -> words(parts.get(0)) + " over " + words(parts.get(1)) + (isShort(parts.get(1)) ? "" : ",");
            case "msqrt" -> "the square root of " + row(parts) + (row(parts).contains(" ") ? ", end of root," : "");
            case "mroot" ->
                "the root of order " + words(parts.get(1)) + " of " + words(parts.get(0)) + ", end of root,";
            case "msup" -> words(parts.get(0)) + raised(parts.get(1));
            case "msub", "munder" -> lowered(parts.get(0), parts.get(1));
            case "msubsup", "munderover" -> both(parts);
            case "mover" -> accented(parts);
            case "mtable" -> table(parts);
            default -> row(parts);
        };
    }

    private static String row(List<Element> parts) {
        var out = new StringBuilder();
        parts.forEach(part -> out.append(words(part)).append(' '));
        return out.toString().strip();
    }

    private static String sign(String text) {
        var plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        var named = SIGNS.get(text.strip());
        if (named != null) {
            return named;
        }
        var code = plain.isEmpty() ? ' ' : plain.codePointAt(0);
        if (Character.UnicodeScript.of(code) == Character.UnicodeScript.GREEK) {
            var name = String.valueOf(Character.getName(code))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll(".* ", "");
            return (Character.isUpperCase(code) ? "capital " : "") + name.replace("lamda", "lambda");
        }
        return plain.replaceAll("[\\u2061-\\u2064]", "");
    }

    private static String raised(Element exponent) {
        var said = words(exponent).strip();
        return switch (said) {
            case "2" -> " squared";
            case "3" -> " cubed";
            case "prime" -> " prime";
            case "⊤", "T" -> " transposed";
            default -> " to the power " + said + (isShort(exponent) ? "" : ",");
        };
    }

    private static String lowered(Element base, Element index) {
        var said = words(base).strip();
        if (isLarge(base)) {
            return said + " over " + words(index) + " of";
        }
        return said
                + (said.matches("lim|max|min|sup|inf|argmax|argmin|arg max|arg min") ? " as " : " sub ")
                + words(index)
                + (isShort(index) ? "" : ",");
    }

    private static String both(List<Element> parts) {
        return isLarge(parts.get(0))
                ? words(parts.get(0)) + " from " + words(parts.get(1)) + " to " + words(parts.get(2)) + " of"
                : words(parts.get(0)) + " sub " + words(parts.get(1)) + raised(parts.get(2));
    }

    private static boolean isLarge(Element e) {
        return e.getTextContent().strip().matches("[∫∬∭∮∑∏]");
    }

    private static String accented(List<Element> parts) {
        var said = words(parts.get(0));
        var accent = ACCENTS.getOrDefault(parts.get(1).getTextContent().strip(), "");
        return accent.endsWith(" ") ? accent + said : said + accent;
    }

    private static String table(List<Element> rows) {
        var said = new ArrayList<String>();
        for (var row : rows) {
            said.add(String.join(
                    ", ", children(row).stream().map(LatexWords::words).toList()));
        }
        return "the rows " + String.join("; ", said) + "; end of rows,";
    }

    private static boolean isShort(Element e) {
        return !words(e).strip().contains(" ");
    }

    private static List<Element> children(Element e) {
        var found = new ArrayList<Element>();
        for (Node child = e.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
