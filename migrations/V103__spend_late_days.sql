-- Late days: the course gives so many to each learner, who spends them on assignments. 0: none.
alter table course add column late_days smallint not null default 0 check (late_days between 0 and 60);

create table late_day (
    assignment_id bigint      not null references assignment on delete cascade,
    learner_id    bigint      not null references account on delete cascade,
    days          smallint    not null check (days between 1 and 60),
    spent_at      timestamptz not null,
    primary key (assignment_id, learner_id)
);
create index late_day_of on late_day (learner_id);
