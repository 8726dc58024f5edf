-- What is known of what learners can do. All of it is derived from attempts: replaying them rebuilds it bit for bit.

-- How hard skills and templates are, from all learners' answers. Shared by everybody, so no answer writes here: a job does
-- now and then, from the log, and each answer keeps with it the difficulties that it met.
create table skill_difficulty (
    skill      varchar(4)       primary key,
    difficulty double precision not null,
    answers    integer          not null check (answers >= 0)
);
create table template_difficulty (
    template   varchar(80)      primary key,
    difficulty double precision not null,
    answers    integer          not null check (answers >= 0)
);

-- One row for each attempt that says something: the first one at an exercise. What was known at that moment.
create table evidence (
    attempt_id          bigint             primary key,
    submitted_at        timestamptz        not null,
    learner_id          bigint             not null references account (id) on delete cascade,
    exercise_id         bigint             not null references exercise (id),
    template            varchar(80)        not null,
    -- The main skill first, and the difficulty of each.
    skills              varchar(4)[]       not null check (cardinality(skills) > 0),
    skill_difficulties  double precision[] not null check (cardinality(skill_difficulties) = cardinality(skills)),
    template_difficulty double precision   not null,
    guess               double precision   not null check (guess between 0 and 1),
    -- What the learner was held to be able to do, and how likely the answer was to be right.
    ability             double precision   not null,
    prediction          double precision   not null check (prediction between 0 and 1),
    -- Whether it was given in the check-in.
    check_in            boolean            not null,
    foreign key (attempt_id, submitted_at) references attempt (id, submitted_at) on delete cascade
);
create index evidence_of_learner on evidence (learner_id, submitted_at);

create table learner_state (
    learner_id      bigint           primary key references account (id) on delete cascade,
    ability         double precision not null,
    answers         integer          not null check (answers >= 0),
    wrong           integer          not null check (wrong >= 0),
    -- The newest answer in it.
    last_at         timestamptz      not null,
    last_exercise   bigint           not null,
    session_reviews integer          not null check (session_reviews >= 0)
);

create table skill_state (
    learner_id         bigint           not null references account (id) on delete cascade,
    skill              varchar(4)       not null,
    -- Mastery.
    ability            double precision not null,
    difficulty         double precision not null,
    answered_right     integer          not null check (answered_right >= 0),
    answered_wrong     integer          not null check (answered_wrong >= 0),
    aided              integer          not null check (aided >= 0),
    misses_in_row      integer          not null check (misses_in_row >= 0),
    first_template     varchar(80)      not null,
    several_templates  boolean          not null,
    first_success_at   timestamptz,
    success_later      boolean          not null,
    last_at            timestamptz,
    -- Memory; nothing until the first success.
    stability          double precision check (stability > 0),
    memory_difficulty  double precision check (memory_difficulty between 1 and 10),
    reviewed_at        timestamptz,
    -- The highest level so far, and what happened since.
    peak_level         varchar(10)      not null check (peak_level in ('NEW', 'LEARNING', 'PRACTISED', 'MASTERED')),
    peak_slips         integer          not null check (peak_slips >= 0),
    peak_first_slip_at timestamptz,
    peak_last_slip_at  timestamptz,
    peak_learner_wrong integer          not null check (peak_learner_wrong >= 0),
    primary key (learner_id, skill),
    check ((stability is null) = (reviewed_at is null) and (stability is null) = (memory_difficulty is null))
);
