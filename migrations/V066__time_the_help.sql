-- When each piece of help was opened, so that it can be measured whether the next try went right. Step 0 is the worked way.
create table help_step (
    learner_id  bigint      not null references account (id) on delete cascade,
    exercise_id bigint      not null references exercise (id),
    step        smallint    not null check (step >= 0),
    opened_at   timestamptz not null,
    primary key (learner_id, exercise_id, step)
);
