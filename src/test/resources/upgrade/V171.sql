-- What the schema of V171 has beside that of V050 and what later migrations touch. Never changed.
insert into disagreement values
    ('0190a000-0000-7000-8000-000000000001', 'a', 'expression', '6*x*y^2', '6*x^2*y', 'WRONG', 'IDENTICAL', 'PROVED', 'of a test', '2026-11-28 08:00:00+00');
insert into help_step values (900000001, 900000001, 1, '2026-11-23 08:04:00+00'), (900000001, 900000001, 0, '2026-11-23 08:05:30+00');
insert into teaching values ('hint', 'first-partial-derivative', '', '1', 3, 2, '2026-11-28 03:00:00+00');
insert into lesson_view (learner_id, skill, version, opened_at, via) values (900000001, 'DF02', 1, '2026-11-28 08:00:00+00', 'PAGE');
insert into project_run (id, learner_id, project, seed, data_seed, started_at) values
    (900000001, 900000001, 'gradient-check', 123456, 123457, '2026-11-28 08:00:00+00');
insert into project_values_seen values (900000001, 'project-gradient-check-loss', 123456, '2026-11-28 08:01:00+00');
insert into section (id, course_id, title, created_at) values (900000001, 900000001, 'Morning', '2026-11-28 08:00:00+00');
insert into drawn_exercise values (900000001, 900000001, 900000002, '2026-11-23 08:05:00+00');
insert into answer_draft values (900000001, 900000001, '{"a": "x + "}', '2026-11-28 08:00:00+00');
insert into timed_run values (900000001, 900000001, '2026-11-28 08:00:00+00', '2026-11-28 09:00:00+00', null);
insert into operator_log (id, at, actor_id, act, subject_id, detail) values (900000001, '2026-11-28 08:00:00+00', 900000002, 'DISABLED', null, '');
