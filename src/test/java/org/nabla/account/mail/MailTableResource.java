package org.nabla.account.mail;

import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestQuery;

/** Looks into the outbox, and lets time pass in it; for tests alone. */
@Path("/test/mail")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MailTableResource {
    private final EntityManager database;

    MailTableResource(EntityManager database) {
        this.database = database;
    }

    @GET
    @Path("/waiting")
    @Transactional
    public String waiting(@RestQuery String address) {
        return String.valueOf(database.createNativeQuery("select count(*) from mail_message where address = :address")
                .setParameter("address", address)
                .getSingleResult());
    }

    /** The links that went to an address are so much older. */
    @GET
    @Path("/older")
    @Transactional
    public String older(@RestQuery String address, @RestQuery String by) {
        var changed = database.createNativeQuery("update mail_link set expires_at = expires_at"
                        + " - make_interval(secs => :by) where address = :address")
                .setParameter("by", Duration.parse(by).toSeconds())
                .setParameter("address", address)
                .executeUpdate();
        return String.valueOf(changed);
    }
}
