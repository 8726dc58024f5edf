package org.nabla.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A page as simple as can be; for tests alone. */
@Path("/test/page")
@Produces(MediaType.TEXT_HTML)
class PageResource {

    @GET
    public String page() {
        return "<!DOCTYPE html><title>Test</title>";
    }
}
