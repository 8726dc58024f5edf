package org.nabla.notice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.nabla.account.mail.Notice;
import org.nabla.account.mail.NoticeKind;
import org.nabla.account.mail.NoticeSource;
import org.nabla.classroom.CourseService;
import org.nabla.gradebook.SettledMarks;

/** The marks of a learner that stand, and that they may see on the page of their marks. */
@Singleton
class MarkNotices implements NoticeSource {
    private final CourseService courses;
    private final SettledMarks marks;

    MarkNotices(CourseService courses, SettledMarks marks) {
        this.courses = courses;
        this.marks = marks;
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.MARK;
    }

    @Override
    @Transactional
    public List<Notice> of(Reader reader) {
        return courses.of(reader.user()).stream()
                .filter(seat -> !seat.archived() && !seat.marks())
                .flatMap(seat -> marks.of(seat).stream()
                        .map(line -> new Notice(
                                String.valueOf(line.assignment().id()),
                                line.mark(),
                                line.assignment().title() + ": " + line.mark(),
                                seat.address() + "/marks",
                                seat.title()
                                        + (line.reason().isEmpty() ? "" : ". Your teacher set it: " + line.reason()))))
                .toList();
    }
}
