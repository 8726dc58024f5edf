package org.nabla.progress.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What stands below a verdict that can be doubted.
 *
 * @param address to which the report goes
 * @param filed whether it was reported
 * @param answer what became of it; empty while it is open
 * @param error why it could not be filed; empty if it was not tried
 * @param note what was written
 */
public record ReportBox(String address, boolean filed, String answer, String error, String note) {

    static ReportBox offer(UUID submission, String back) {
        return new ReportBox(address(submission, back), false, "", "", "");
    }

    static ReportBox filed(UUID submission, String back, ReportRepository.OnVerdict report) {
        return new ReportBox(address(submission, back), true, report.answer().orElse(""), "", report.note());
    }

    ReportBox refused(String why, String written) {
        return new ReportBox(address, false, "", why, written);
    }

    private static String address(UUID submission, String back) {
        return "/reports?attempt=" + submission + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
