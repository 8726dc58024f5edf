package org.nabla.web.trouble;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Logs without its trace what failed because the database was away, slow or full: in an outage the traces are many, and all the same. */
@LoggingFilter(name = "outages")
final class OutageFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        var failure = record.getThrown();
        if (failure != null) {
            Outage.behind(failure).ifPresent(outage -> shorten(record, outage));
        }
        return true;
    }

    private static void shorten(LogRecord record, Outage outage) {
        var said = record instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : record.getMessage();
        record.setThrown(null);
        record.setParameters(null);
        if (record instanceof ExtLogRecord formatted) {
            formatted.setMessage(said + " (the database: " + outage + ")", ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(said + " (the database: " + outage + ")");
        }
    }
}
