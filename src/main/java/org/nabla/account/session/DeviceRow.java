package org.nabla.account.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A browser in which somebody is signed in, as a line of a page. */
public record DeviceRow(
        long number, String browser, Instant since, String sinceDay, Instant seen, String seenDay, boolean here) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);

    public static DeviceRow of(Devices.Device device) {
        return new DeviceRow(
                device.number(),
                device.browser(),
                device.since(),
                DAY.format(device.since()),
                device.seen(),
                DAY.format(device.seen()),
                device.here());
    }
}
