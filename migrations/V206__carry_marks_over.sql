-- What a learner has reached at a problem is kept with the learner, in the transaction of the answer. Teachers see it of all learners of a
-- course: it is carried over into a table of the course, after that transaction and outside of it, so that an answer is written on the
-- machine of its learner alone (docs/scale.md).

-- Counted with each change, so that what is carried over late, or twice, puts nothing older in the place of what is newer.
alter table assigned_exercise add column version bigint not null default 0;

-- The same as with the learner. That its exercise is there is promised there.
create table course_mark (
    course_id    bigint           not null,
    problem_id   bigint           not null,
    learner_id   bigint           not null references account on delete cascade,
    exercise_id  bigint           not null,
    opened_at    timestamptz      not null,
    last_at      timestamptz,
    share        double precision not null check (share between 0 and 1),
    used         integer          not null,
    wrong_in_row integer          not null,
    solved       boolean          not null,
    first_right  boolean          not null,
    version      bigint           not null,
    primary key (course_id, problem_id, learner_id),
    foreign key (course_id, problem_id) references assignment_problem (course_id, id) on delete cascade
);
create index course_mark_of on course_mark (learner_id);
insert into course_mark (course_id, problem_id, learner_id, exercise_id, opened_at, last_at, share, used, wrong_in_row, solved,
                         first_right, version)
select p.course_id, w.problem_id, w.learner_id, w.exercise_id, w.opened_at, w.last_at, w.share, w.used, w.wrong_in_row, w.solved,
       w.first_right, w.version
from assigned_exercise w join assignment_problem p on p.id = w.problem_id;

-- The outbox: what is still to be carried over, up to which version.
create table mark_outbox (
    learner_id bigint      not null,
    problem_id bigint      not null,
    course_id  bigint      not null,
    version    bigint      not null,
    noted_at   timestamptz not null,
    primary key (learner_id, problem_id),
    foreign key (problem_id, learner_id) references assigned_exercise (problem_id, learner_id) on delete cascade
);
create index mark_outbox_in_order on mark_outbox (noted_at);
