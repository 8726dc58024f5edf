package org.nabla.operation.notice;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.nabla.account.Contact;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;
import org.nabla.operation.retention.Retention;

/**
 * Privacy, terms and imprint. What is kept and how long stands there as the code has it, from the lists that export, deletion and
 * the job of retention work by; the rest an installation can say in words of its own.
 */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NoticeResource {

    /** One page. @param own what the installation says; empty where nothing @param contact how to reach those who run it; may be empty */
    record Notice(List<NoticeTexts.Block> own, String contact) {}

    @CheckedTemplate(basePath = "operation")
    static class Templates {
        static native TemplateInstance privacy(Notice notice, List<OwnTable> kept, List<Retention.Row> removed);

        static native TemplateInstance terms(Notice notice);

        static native TemplateInstance imprint(Notice notice);
    }

    private final NoticeTexts texts;
    private final Contact contact;
    private final List<OwnData> features;
    private final Retention retention;

    NoticeResource(NoticeTexts texts, Contact contact, @All List<OwnData> features, Retention retention) {
        this.texts = texts;
        this.contact = contact;
        this.features = features;
        this.retention = retention;
    }

    @GET
    @Path("privacy")
    public TemplateInstance privacy() {
        var kept =
                features.stream().flatMap(feature -> feature.tables().stream()).toList();
        return Templates.privacy(notice("privacy"), kept, retention.rows());
    }

    @GET
    @Path("terms")
    public TemplateInstance terms() {
        return Templates.terms(notice("terms"));
    }

    @GET
    @Path("imprint")
    public TemplateInstance imprint() {
        return Templates.imprint(notice("imprint"));
    }

    private Notice notice(String name) {
        return new Notice(texts.read(name), contact.text());
    }
}
