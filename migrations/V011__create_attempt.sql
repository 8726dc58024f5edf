-- Every answer that was given, kept for ever: progress, mastery and marks are computed from it.
--
-- attempt and response are partitioned by month from the first day, so that old months can be kept cheaply; a default
-- partition is the net below. A unique key of a partitioned table must contain the month, which cannot promise "once":
-- that promise is the primary key of submission.

-- One row for each form that was sent. A second arrival of the same form (double click, retry) finds it and counts nothing.
create table submission (
    id           uuid primary key,
    learner_id   bigint      not null references account (id) on delete cascade,
    attempt_id   bigint      not null,
    submitted_at timestamptz not null
);
create index submission_of_learner on submission (learner_id);

create sequence attempt_seq increment by 50;

create table attempt (
    id           bigint           not null,
    learner_id   bigint           not null references account (id) on delete cascade,
    exercise_id  bigint           not null references exercise (id),
    template     varchar(80)      not null,
    version      integer          not null,
    seed         integer          not null,
    submission   uuid             not null,
    -- How many boxes the exercise has; those left empty have no response.
    parts        smallint         not null check (parts > 0),
    outcome      varchar(20)      not null check (outcome in ('CORRECT', 'PARTIAL', 'WRONG', 'INVALID', 'UNDECIDED')),
    score        double precision not null check (score between 0 and 1),
    -- Whether it is the first attempt at this exercise that counts, and whether no hint or solution had been opened.
    first        boolean          not null,
    unaided      boolean          not null,
    submitted_at timestamptz      not null,
    primary key (id, submitted_at)
) partition by range (submitted_at);
create index attempt_of_learner on attempt (learner_id, submitted_at desc, id desc);
create index attempt_at_exercise on attempt (exercise_id, learner_id);
create index attempt_at_template on attempt (template, submitted_at);

-- What was typed into one box of the exercise, with the verdict as it was shown.
create sequence response_seq increment by 50;

create table response (
    id           bigint           not null,
    attempt_id   bigint           not null,
    submitted_at timestamptz      not null,
    part         varchar(20)      not null,
    typed        varchar(4000)    not null,
    outcome      varchar(20)      not null check (outcome in ('CORRECT', 'PARTIAL', 'WRONG', 'INVALID', 'UNDECIDED')),
    score        double precision not null check (score between 0 and 1),
    -- The mistake that matched: the number of the exercise's own, or the word for one that the checker found.
    mistake      varchar(60),
    -- The reading in one spelling, so that responses which mean the same can be grouped.
    understood   varchar(8000),
    verdict      jsonb            not null,
    primary key (id, submitted_at),
    foreign key (attempt_id, submitted_at) references attempt (id, submitted_at) on delete cascade
) partition by range (submitted_at);
create index response_of_attempt on response (attempt_id);

create table attempt_default partition of attempt default;
create table response_default partition of response default;

-- Makes the partitions of a month and of those after it, where they are missing. Called here and every day.
create function ensure_attempt_partitions(first_month date, months integer) returns void
    language plpgsql as
$$
declare
    month      date;
    month_from timestamptz;
    month_to   timestamptz;
    suffix     text;
begin
    -- Two instances may wake at the same time.
    perform pg_advisory_xact_lock(hashtext('ensure_attempt_partitions'));
    for i in 0 .. months
        loop
            month := (date_trunc('month', first_month) + make_interval(months => i))::date;
            suffix := to_char(month, 'YYYY_MM');
            month_from := month::timestamp at time zone 'UTC';
            month_to := (month + interval '1 month')::timestamp at time zone 'UTC';
            if to_regclass('attempt_' || suffix) is null then
                execute format('create table %I partition of attempt for values from (%L) to (%L)', 'attempt_' || suffix,
                               month_from, month_to);
            end if;
            if to_regclass('response_' || suffix) is null then
                execute format('create table %I partition of response for values from (%L) to (%L)', 'response_' || suffix,
                               month_from, month_to);
            end if;
        end loop;
end
$$;

select ensure_attempt_partitions((now() at time zone 'UTC')::date, 12);

-- Which helps of an exercise a learner has opened: free, but what follows is no longer evidence of unaided work.
create table help_opened (
    learner_id  bigint   not null references account (id) on delete cascade,
    exercise_id bigint   not null references exercise (id),
    hints       smallint not null default 0 check (hints >= 0),
    solution    boolean  not null default false,
    primary key (learner_id, exercise_id)
);
