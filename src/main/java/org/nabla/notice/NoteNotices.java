package org.nabla.notice;

import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.account.mail.Notice;
import org.nabla.account.mail.NoticeKind;
import org.nabla.account.mail.NoticeSource;
import org.nabla.classroom.note.CourseNotes;

/** Notes of teachers that their reader has not read yet. */
@Singleton
class NoteNotices implements NoticeSource {
    private final CourseNotes notes;

    NoteNotices(CourseNotes notes) {
        this.notes = notes;
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.NOTE;
    }

    @Override
    public List<Notice> of(Reader reader) {
        return notes.unread(reader.user()).stream()
                .map(note -> new Notice(
                        String.valueOf(note.number()),
                        "",
                        "A note in " + note.course(),
                        "/practice/" + note.template(),
                        SpokenProse.of(note.text())))
                .toList();
    }
}
