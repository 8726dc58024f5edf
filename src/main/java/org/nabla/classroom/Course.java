package org.nabla.classroom;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A teacher's class. */
@Entity
public class Course {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String title;
    private String zone;
    private @Nullable String joinCode;
    private @Nullable Instant joinCodeExpiresAt;
    private @Nullable Instant archivedAt;
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private Missing missing = Missing.ZERO;

    private boolean coTeachersLead;

    /** The form with which it was copied. */
    private @Nullable UUID form;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields in
    protected Course() {}

    Course(String title, ZoneId zone, Instant now) {
        this.title = title;
        this.zone = zone.getId();
        this.createdAt = now;
    }

    public long id() {
        return Objects.requireNonNull(id, "not yet stored");
    }

    public String title() {
        return title;
    }

    /** Dates of the course are meant here. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    /** What opens the course to learners now; empty where it ran out or was taken back. */
    public Optional<JoinCode> joinCode(Instant now) {
        return Optional.ofNullable(joinCode)
                .filter(code -> joinCodeExpiresAt != null && now.isBefore(joinCodeExpiresAt))
                .flatMap(JoinCode::parse);
    }

    Optional<Instant> joinCodeExpiresAt() {
        return Optional.ofNullable(joinCodeExpiresAt);
    }

    /** What becomes of work that nobody handed in. */
    Missing missing() {
        return missing;
    }

    void treatMissingAs(Missing choice) {
        missing = choice;
    }

    boolean coTeachersLead() {
        return coTeachersLead;
    }

    void letCoTeachersLead(boolean let) {
        coTeachersLead = let;
    }

    void madeWith(UUID copyForm) {
        form = copyForm;
    }

    void describe(String newTitle, ZoneId newZone) {
        title = newTitle;
        zone = newZone.getId();
    }

    void openTo(JoinCode code, Instant until) {
        joinCode = code.value();
        joinCodeExpiresAt = until;
    }

    void closeToCodes() {
        joinCode = null;
        joinCodeExpiresAt = null;
    }

    void archive(Instant now) {
        archivedAt = now;
        closeToCodes();
    }

    void restore() {
        archivedAt = null;
    }
}
