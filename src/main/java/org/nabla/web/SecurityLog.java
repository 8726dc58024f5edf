package org.nabla.web;

import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The log of what matters for security, one line an event, under the category {@code nabla.security}: who came in and who did not,
 * who was refused, who was slowed down. Never what was typed: people type passwords where logins belong.
 */
public final class SecurityLog {

    private static final Logger LOG = Logger.getLogger("nabla.security");
    /** Secrets that stand in addresses, of invitations and letters. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{30,}");

    private static final Pattern ODD = Pattern.compile("[^\\x20-\\x7E]");
    private static final int LONGEST = 200;

    private SecurityLog() {}

    /** @param event in words, with numbers and addresses of ours alone */
    public static void write(String event) {
        LOG.info(event);
    }

    /** A path as it may stand in the log: on one line, and without secrets. */
    public static String path(String path) {
        var plain = SECRET.matcher(ODD.matcher(path).replaceAll("?")).replaceAll("…");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
