package org.nabla.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A page of XHTML as a tagged PDF with its fonts in it. Nothing is loaded from anywhere.
 *
 * <p>The letters are Computer Modern, those of the formulas; what they lack, such as letters with accents, is of Liberation Sans.
 */
public final class PaperPdf {
    private static final String LATIN = "/org/scilab/forge/jlatexmath/fonts/latin/";

    static {
        System.setProperty("java.awt.headless", "true");
        XRLog.setLoggingEnabled(false);
    }

    private PaperPdf() {}

    /** @param xhtml with {@code lang} and a title */
    public static byte[] of(String xhtml) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .useFont(font(LATIN + "jlm_cmr10.ttf"), "Modern", 400, FontStyle.NORMAL, true)
                .useFont(font(LATIN + "optional/jlm_cmbx10.ttf"), "Modern", 700, FontStyle.NORMAL, true)
                .useFont(font(LATIN + "optional/jlm_cmti10.ttf"), "Modern", 400, FontStyle.ITALIC, true)
                .useFont(font(LATIN + "optional/jlm_cmtt10.ttf"), "Typewriter", 400, FontStyle.NORMAL, true)
                .useFont(
                        font("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
                        "Other",
                        400,
                        FontStyle.NORMAL,
                        true)
                .usePdfUaAccessibility(true)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withProducer("Nabla")
                .withHtmlContent(xhtml, null)
                .toStream(out);
        try (var drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> Objects.requireNonNull(PaperPdf.class.getResourceAsStream(name), name);
    }
}
