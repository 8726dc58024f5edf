-- An assignment may run for so many minutes from when a learner starts it, and show its exercises in an order of each learner.
alter table assignment
    -- Null: as long as it is open.
    add column minutes smallint check (minutes between 1 and 1440),
    add column shuffled boolean not null default false;

-- A learner has started. Until when they were told that they have time is kept: nothing that is changed later takes it away.
create table timed_run (
    assignment_id bigint      not null references assignment on delete cascade,
    learner_id    bigint      not null references account on delete cascade,
    started_at    timestamptz not null,
    promised_at   timestamptz not null check (promised_at > started_at),
    -- When what stood in the boxes was handed in because the time was over; null until then.
    finished_at   timestamptz,
    primary key (assignment_id, learner_id)
);
create index timed_run_of on timed_run (learner_id);
create index timed_run_to_finish on timed_run (promised_at) where finished_at is null;

-- What stands in the boxes of an exercise while its learner types, so that no lost connection, reload or other device loses it.
create table answer_draft (
    problem_id bigint      not null references assignment_problem on delete cascade,
    learner_id bigint      not null references account on delete cascade,
    -- The text of each part by its name.
    typed      jsonb       not null check (jsonb_typeof(typed) = 'object'),
    saved_at   timestamptz not null,
    primary key (problem_id, learner_id)
);
create index answer_draft_of on answer_draft (learner_id);

-- When it was typed, where it was handed in by itself after the time was over: that time counts.
alter table handed_in add column typed_at timestamptz;
