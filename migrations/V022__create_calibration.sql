-- How good the predictions of first unaided answers were, measured every night over all of them.
create table calibration (
    measured_at       timestamptz      primary key,
    answers           integer          not null check (answers > 0),
    answered_right    integer          not null check (answered_right between 0 and answers),
    log_loss          double precision not null,
    constant_log_loss double precision not null,
    auc               double precision not null,
    calibration_error double precision not null,
    bins              jsonb            not null
);
