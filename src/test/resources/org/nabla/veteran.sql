-- Somebody who has been there for two years: 1,500 attempts, two at each exercise.

insert into exercise (id, template, version, seed, body, created_at, standing)
select :things * 3 + :course * 1000 + e, t.name, 9999, 100000 + e,
       s.body || jsonb_build_object('template', jsonb_build_object('value', t.name), 'version', 9999,
           'seed', jsonb_build_object('value', 100000 + e)),
       now() - interval '24 months', 'CONFIRMED'
from grown.sample s, generate_series(0, 749) e, lateral (select s.templates[1 + e % cardinality(s.templates)] as name) t;

create unlogged table grown.row as
select n, :course as learner, :things * 3 + :course * 1000 + n / 2 as exercise,
       now() - interval '24 months' + n / 1500.0 * (interval '24 months' - interval '1 hour') as at,
       case when n % 5 < 3 then 'CORRECT' else 'WRONG' end as outcome, n % 2 = 0 as first
from generate_series(0, 1499) n;

insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score, first, unaided,
                     spent_seconds, submitted_at)
select :things * 3 + n, learner, exercise, x.template, x.version, x.seed, md5('veteran' || n)::uuid, 1, outcome,
       case outcome when 'CORRECT' then 1 else 0 end, first, n % 7 > 0, 20 + n % 300, at
from grown.row r join exercise x on x.id = r.exercise;
insert into submission (learner_id, id, attempt_id, submitted_at, exercise_id)
select learner, md5('veteran' || n)::uuid, :things * 3 + n, at, exercise from grown.row;
insert into response (id, learner_id, attempt_id, submitted_at, part, typed, outcome, score, mistake, understood, verdict)
select :things * 3 + n, learner, :things * 3 + n, at, 'a', n % 50 || '*x*y^2', outcome, case outcome when 'CORRECT' then 1 else 0 end, null,
       n % 50 || ' x y^2', case outcome when 'CORRECT' then s.verdict_right else s.verdict_wrong end
from grown.row, grown.sample s;
insert into evidence (attempt_id, submitted_at, learner_id, exercise_id, template, skills, skill_difficulties, template_difficulty, guess,
                      ability, prediction, check_in, weight, answered_right, unaided, first)
select :things * 3 + n, at, learner, exercise, x.template, array[s.skills[1 + exercise % cardinality(s.skills)]], array[0.1], 0.2, 0.05,
       0.3, 0.6, false, 1, outcome = 'CORRECT', n % 7 > 0, true
from grown.row r join exercise x on x.id = r.exercise, grown.sample s where first;
insert into learner_state (learner_id, ability, answers, wrong, last_at, last_exercise, sitting_reviews, sitting_answers)
select learner, 0.3, 750, 300, max(at), max(exercise), 0, 1 from grown.row group by learner
on conflict (learner_id) do update set answers = 750, wrong = 300;
insert into skill_state (learner_id, skill, ability, difficulty, answered_right, answered_wrong, aided, misses_in_row, first_template,
                         several_templates, first_success_at, success_later, last_at, stability, memory_difficulty, reviewed_at,
                         peak_level, peak_slips, peak_learner_wrong)
select learner, s.skills[1 + exercise % cardinality(s.skills)], 0.2, 0.1, 2, 1, 0, 0, 'first-partial-derivative', false, min(at), false,
       max(at), 10, 5, max(at), 'PRACTISED', 0, 0
from grown.row, grown.sample s group by learner, s.skills[1 + exercise % cardinality(s.skills)]
on conflict do nothing;
drop table grown.row;
