-- Two years of a site, made by the database itself: attempts number :from to :to (not included), a hundred for each learner, two at each
-- exercise. Everything made here has numbers of its own, so that it can be taken away again. What it is like is in grown.sample.

insert into account (id, name, login, password_hash, created_at)
select :people + l, 'Learner ' || l, 'grown-' || l, '-', now() - interval '24 months'
from generate_series(:from / 100, :to / 100 - 1) l;

insert into exercise (id, template, version, seed, body, created_at, standing)
select :things + e, t.name, 9999, e / cardinality(s.templates),
       s.body || jsonb_build_object('template', jsonb_build_object('value', t.name), 'version', 9999,
           'seed', jsonb_build_object('value', e / cardinality(s.templates))),
       now() - interval '24 months', 'CONFIRMED'
from grown.sample s, generate_series(:from / 20, :to / 20 - 1) e,
     lateral (select s.templates[1 + e % cardinality(s.templates)] as name) t;

create unlogged table grown.row as
select n, :people + n / 100 as learner, n % 100 as k, :things + (n / 100 * 37 + n % 100 / 2 * 101) % (:to / 20) as exercise,
       now() - interval '24 months' + (n % 100 + n * 7919 % 1000 / 1000.0) / 100 * (interval '24 months' - interval '1 hour') as at,
       case when n * 48271 % 100 < 55 then 'CORRECT' when n * 48271 % 100 < 85 then 'WRONG' when n * 48271 % 100 < 95 then 'PARTIAL'
            else 'INVALID' end as outcome,
       n % 2 = 0 and n * 48271 % 100 < 95 as first
from generate_series(cast(:from as bigint), :to - 1) n;

-- In the order of time, as they come in: those of a learner lie apart.
insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score, first, unaided,
                     spent_seconds, submitted_at)
select :things + n, learner, exercise, x.template, x.version, x.seed, md5(n::text)::uuid, 1, outcome,
       case outcome when 'CORRECT' then 1 when 'PARTIAL' then 0.5 else 0 end, first, n % 7 > 0, 20 + n % 300, at
from grown.row r join exercise x on x.id = r.exercise
order by at;

insert into submission (learner_id, id, attempt_id, submitted_at, exercise_id)
select learner, md5(n::text)::uuid, :things + n, at, exercise from grown.row order by at;

insert into response (id, learner_id, attempt_id, submitted_at, part, typed, outcome, score, mistake, understood, verdict)
select :things + n, learner, :things + n, at, 'a', n % 50 || '*x*y^2 + ' || n % 9, outcome,
       case outcome when 'CORRECT' then 1 when 'PARTIAL' then 0.5 else 0 end, case when outcome = 'WRONG' and n % 3 = 0 then '1' end,
       n % 50 || ' x y^2 + ' || n % 9, case outcome when 'CORRECT' then s.verdict_right else s.verdict_wrong end
from grown.row, grown.sample s order by at;

insert into evidence (attempt_id, submitted_at, learner_id, exercise_id, template, skills, skill_difficulties, template_difficulty, guess,
                      ability, prediction, check_in, weight, answered_right, unaided, first)
select :things + n, at, learner, exercise, x.template, array[s.skills[1 + exercise % cardinality(s.skills)]], array[0.1], 0.2, 0.05,
       0.3, 0.3 + n % 60 / 100.0, false, 1, outcome = 'CORRECT', n % 7 > 0, true
from grown.row r join exercise x on x.id = r.exercise, grown.sample s
where first order by at;

insert into learner_state (learner_id, ability, answers, wrong, last_at, last_exercise, sitting_reviews, sitting_answers)
select learner, 0.3, 50, 20, max(at), max(exercise), 0, 1 from grown.row group by learner;

insert into skill_state (learner_id, skill, ability, difficulty, answered_right, answered_wrong, aided, misses_in_row, first_template,
                         several_templates, first_success_at, success_later, last_at, stability, memory_difficulty, reviewed_at,
                         peak_level, peak_slips, peak_learner_wrong)
select learner, s.skills[1 + exercise % cardinality(s.skills)], 0.2, 0.1, 1, 1, 0, 0, 'first-partial-derivative', false, min(at), false,
       max(at), 10, 5, max(at), 'PRACTISED', 0, 0
from grown.row, grown.sample s group by learner, s.skills[1 + exercise % cardinality(s.skills)];

insert into help_opened (learner_id, exercise_id, hints, solution)
select learner, exercise, 1, n % 3 = 0 from grown.row where k % 10 = 0;

-- A course for a hundred learners, with five assignments of four problems. All are opened, half are answered, twice each.
insert into course (id, title, zone, created_at)
select :people + c, 'Course ' || c, 'Europe/Vienna', now() - interval '24 months'
from generate_series(:from / 10000, (:to - 1) / 10000) c on conflict do nothing;
insert into enrolment (course_id, learner_id, joined_at)
select distinct :people + n / 10000, learner, now() - interval '24 months' from grown.row;
insert into assignment (id, course_id, number, title, opens_at, due_at, closes_at, late_share, late_floor, attempts, counts, variants,
                        feedback, help, penalty, created_at)
select :people + c * 5 + i, :people + c, i + 1, 'Week ' || i + 1, now() - interval '24 months', now() - interval '12 months',
       now() - interval '11 months', 0, 0, 0, 'BEST', 'OWN', 'AT_ONCE', true, 0, now() - interval '24 months'
from generate_series(:from / 10000, (:to - 1) / 10000) c, generate_series(0, 4) i on conflict do nothing;
insert into assignment_problem (id, course_id, assignment_id, position, template, points)
select :people + c * 20 + i * 4 + j, :people + c, :people + c * 5 + i, j + 1, 'first-partial-derivative', 2
from generate_series(:from / 10000, (:to - 1) / 10000) c, generate_series(0, 4) i, generate_series(0, 3) j on conflict do nothing;
insert into assigned_exercise (problem_id, learner_id, exercise_id, opened_at, share, used, solved, first_right, last_at)
select :people + n / 10000 * 20 + k / 2, learner, exercise, at, case when k < 20 then 0.5 else 0 end, case when k < 20 then 2 else 0 end,
       k < 20, k < 20 and outcome = 'CORRECT', case when k < 20 then at end
from grown.row where k < 40 and k % 2 = 0;
insert into course_mark (course_id, problem_id, learner_id, exercise_id, opened_at, last_at, share, used, wrong_in_row, solved,
                         first_right, version)
select :people + n / 10000, w.problem_id, w.learner_id, w.exercise_id, w.opened_at, w.last_at, w.share, w.used, w.wrong_in_row, w.solved,
       w.first_right, w.version
from grown.row join assigned_exercise w on w.learner_id = learner and w.problem_id = :people + n / 10000 * 20 + k / 2
where k < 40 and k % 2 = 0;
insert into handed_in (submission, problem_id, learner_id, exercise_id, attempt_id, submitted_at, outcome, score, spent_seconds, parts,
                       answered)
select md5(n::text)::uuid, :people + n / 10000 * 20 + k / 2, learner, exercise, :things + n, at, outcome,
       case outcome when 'CORRECT' then 1 when 'PARTIAL' then 0.5 else 0 end, 20 + n % 300, 1, 1
from grown.row where k < 20;

drop table grown.row;
