-- What counts for marks is secret until it is told: seeds of assignments come from 63 bits, those of practice stay 0 to 999.
-- The exercises of learners are drawn ahead, when an assignment is given or somebody joins, and not all at once when it opens.
alter table exercise
    alter column seed type bigint;
alter table attempt
    alter column seed type bigint;

-- The exercise that a learner will find at a problem. It becomes his when he opens it (assigned_exercise).
create table drawn_exercise (
    problem_id  bigint      not null references assignment_problem on delete cascade,
    learner_id  bigint      not null references account on delete cascade,
    exercise_id bigint      not null references exercise (id),
    drawn_at    timestamptz not null,
    primary key (problem_id, learner_id)
);
create index drawn_exercise_of on drawn_exercise (learner_id);

-- The assignments for which exercises are still to be drawn: any instance takes the next one.
create table assignment_to_prepare (
    assignment_id bigint      primary key references assignment on delete cascade,
    wanted_at     timestamptz not null,
    -- An instance that took it so long ago that it must have stopped has it taken away.
    taken_at      timestamptz
);

-- Assignments that run: what somebody has opened stays as it is, with its old seed, and practice keeps leading its learner
-- back to the assignment. All that nobody has opened yet is drawn from the new space, also where all have the same numbers.
update assignment_problem p
set exercise_id = null
where exercise_id is not null
  and not exists (select 1 from assigned_exercise w where w.problem_id = p.id);
insert into assignment_to_prepare (assignment_id, wanted_at)
select id, now()
from assignment
where closes_at > now();
