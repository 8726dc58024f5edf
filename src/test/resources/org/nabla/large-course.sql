-- One large course: thirty assignments of eight problems, 500 learners who have opened all of them and answered one in twenty, twice.

insert into account (id, name, login, password_hash, created_at)
select :large + l, 'Learner ' || l, 'large-' || l, '-', now() - interval '4 months' from generate_series(0, 499) l;
insert into enrolment (course_id, learner_id, joined_at)
select :course, :large + l, now() - interval '4 months' from generate_series(0, 499) l;
insert into assignment (id, course_id, number, title, opens_at, due_at, closes_at, late_share, late_floor, attempts, counts, variants,
                        feedback, help, penalty, created_at)
select :large + i, :course, i + 1, 'Week ' || i + 1, now() - interval '4 months', now() - interval '4 months' + (i + 1) * interval '3 days',
       now(), 0, 0, 0, 'BEST', 'OWN', 'AT_ONCE', true, 0, now() - interval '4 months'
from generate_series(0, 29) i;
insert into assignment_problem (id, course_id, assignment_id, position, template, points)
select :large + i * 8 + j, :course, :large + i, j + 1, 'first-partial-derivative', 1 + j % 3
from generate_series(0, 29) i, generate_series(0, 7) j;
insert into assigned_exercise (problem_id, learner_id, exercise_id, opened_at, share, used, solved, first_right, last_at)
select :large + p, :large + l, s.own, now() - interval '4 months' + p / 8 * interval '3 days',
       case when a then 0.5 else 0 end, case when a then 2 else 0 end, a and l % 2 = 0, false, case when a then now() end
from grown.sample s, generate_series(0, 239) p, generate_series(0, 499) l, lateral (select (p + l) % 20 = 0 as a) answered;
insert into course_mark (course_id, problem_id, learner_id, exercise_id, opened_at, last_at, share, used, wrong_in_row, solved,
                         first_right, version)
select p.course_id, w.problem_id, w.learner_id, w.exercise_id, w.opened_at, w.last_at, w.share, w.used, w.wrong_in_row, w.solved,
       w.first_right, w.version
from assigned_exercise w join assignment_problem p on p.id = w.problem_id where p.course_id = :course;

create unlogged table grown.row as
select p * 1000 + l * 2 + i as n, :large + p as problem, :large + l as learner, s.own as exercise,
       now() - interval '4 months' + p / 8 * interval '3 days' + l * interval '1 minute' + i * interval '30 seconds' as at,
       case when i = 1 and l % 2 = 0 then 'CORRECT' else 'WRONG' end as outcome, i
from grown.sample s, generate_series(0, 239) p, generate_series(0, 499) l, generate_series(0, 1) i
where (p + l) % 20 = 0;
insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score, first, unaided,
                     spent_seconds, submitted_at)
select :things * 2 + n, learner, exercise, x.template, x.version, x.seed, md5('large' || n)::uuid, 1, outcome,
       case outcome when 'CORRECT' then 1 else 0 end, i = 0, true, 20 + n % 300, at
from grown.row r join exercise x on x.id = r.exercise order by at;
insert into submission (learner_id, id, attempt_id, submitted_at, exercise_id)
select learner, md5('large' || n)::uuid, :things * 2 + n, at, exercise from grown.row order by at;
insert into response (id, learner_id, attempt_id, submitted_at, part, typed, outcome, score, mistake, understood, verdict)
select :things * 2 + n, learner, :things * 2 + n, at, 'a', n % 12 || '*x*y^2 + ' || n % 3, outcome,
       case outcome when 'CORRECT' then 1 else 0 end, case when outcome = 'WRONG' and n % 3 = 0 then '1' end,
       n % 12 || ' x y^2 + ' || n % 3, case outcome when 'CORRECT' then s.verdict_right else s.verdict_wrong end
from grown.row, grown.sample s order by at;
insert into handed_in (submission, problem_id, learner_id, exercise_id, attempt_id, submitted_at, outcome, score, spent_seconds, parts,
                       answered)
select md5('large' || n)::uuid, problem, learner, exercise, :things * 2 + n, at, outcome, case outcome when 'CORRECT' then 1 else 0 end,
       20 + n % 300, 1, 1
from grown.row;
drop table grown.row;
