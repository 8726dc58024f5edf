package org.nabla.bench.server;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row as long as those of an attempt. */
@Entity
@Table(name = "bench_row")
class BareRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bench_row_seq")
    @SequenceGenerator(name = "bench_row_seq", sequenceName = "bench_row_seq", allocationSize = 50)
    private @Nullable Long id;

    private long learnerId;
    private String text;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected BareRow() {} // for Hibernate

    BareRow(long learnerId, String text, Instant writtenAt) {
        this.learnerId = learnerId;
        this.text = text;
        this.writtenAt = writtenAt;
    }
}
