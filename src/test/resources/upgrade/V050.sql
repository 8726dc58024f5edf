-- A row in each table of the first schema that was given out (V001 to V050), as its application wrote them: Ada learns with Bob, who
-- teaches. Never changed: what was written then must be read for ever. The numbers are high, so that the rows fit beside others.
insert into account (id, name, login, password_hash, email, teacher, created_at, password_must_change) values
    (900000001, 'Ada of the first days', 'ada-of-v050', '$argon2id$v=19$m=1024,t=2,p=1$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'ada@example.org', false, '2026-11-23 08:00:00+00', false),
    (900000002, 'Bob of the first days', 'bob-of-v050', '$argon2id$v=19$m=1024,t=2,p=1$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', null, true, '2026-11-23 07:00:00+00', false),
    (900000003, 'Guest', null, null, null, false, '2026-11-23 09:00:00+00', false);
insert into session values
    (sha256('the_first_session_of_Ada___________________'), 900000001, '2026-11-23 08:00:00+00', '2026-11-23 08:00:00+00', '2126-11-23 08:00:00+00'),
    (sha256('the_first_session_of_Bob___________________'), 900000002, '2026-11-23 08:00:00+00', '2026-11-23 08:00:00+00', '2126-11-23 08:00:00+00');
insert into sign_in_failure values (sha256('somebody who guesses'), 2, '2026-11-23 08:00:00+00');
insert into exercise (id, template, version, seed, body, created_at) values
    (900000001, 'first-partial-derivative', 1, 901, '{"template": {"value": "first-partial-derivative"}, "version": 1, "seed": {"value": 901},
      "title": "First partial derivative", "skills": ["DF02"], "level": 1,
      "prompt": "Let $f(x, y) = 3 x^{2} y^{2}$. Find $\\dfrac{\\partial f}{\\partial x}$.",
      "parts": [{"id": "a", "label": "", "answer": {"kind": "expression", "value": ["6*x*y^2"],
        "variables": {"x": "real", "y": "real"}, "options": {},
        "mistakes": [{"value": "6*x^2*y", "feedback": "You differentiated with respect to the other letter."}]}}],
      "hints": ["Treat $y$ as if it were a number."], "solution": ["Hold $y$ constant: $\\frac{\\partial f}{\\partial x} = 6 x y^{2}$."],
      "figure": null, "python": null}', '2026-11-23 08:00:00+00'),
    (900000002, 'first-partial-derivative', 1, 902, '{"template": {"value": "first-partial-derivative"}, "version": 1, "seed": {"value": 902},
      "title": "First partial derivative", "skills": ["DF02"], "level": 1,
      "prompt": "Let $f(x, y) = x y$. Find $\\dfrac{\\partial f}{\\partial y}$.",
      "parts": [{"id": "a", "label": "", "answer": {"kind": "expression", "value": ["x"],
        "variables": {"x": "real", "y": "real"}, "options": {}, "mistakes": []}}],
      "hints": [], "solution": ["Hold $x$ constant."], "figure": null, "python": null}', '2026-11-23 08:00:00+00');
insert into submission values
    ('0190a000-0000-7000-8000-000000000001', 900000001, 900000001, '2026-11-23 08:05:00+00'),
    ('0190a000-0000-7000-8000-000000000002', 900000001, 900000002, '2026-11-23 08:06:00+00'),
    ('0190a000-0000-7000-8000-000000000003', 900000003, 900000003, '2026-11-23 09:01:00+00');
insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score, first, unaided, submitted_at, spent_seconds) values
    (900000001, 900000001, 900000001, 'first-partial-derivative', 1, 901, '0190a000-0000-7000-8000-000000000001', 1, 'WRONG', 0, true, true, '2026-11-23 08:05:00+00', 60),
    (900000002, 900000001, 900000002, 'first-partial-derivative', 1, 902, '0190a000-0000-7000-8000-000000000002', 1, 'CORRECT', 1, true, true, '2026-11-23 08:06:00+00', null),
    (900000003, 900000003, 900000002, 'first-partial-derivative', 1, 902, '0190a000-0000-7000-8000-000000000003', 1, 'INVALID', 0, false, true, '2026-11-23 09:01:00+00', 3);
insert into response (id, attempt_id, submitted_at, part, typed, outcome, score, mistake, understood, verdict) values
    (900000001, 900000001, '2026-11-23 08:05:00+00', 'a', '6x^2 y', 'WRONG', 0, '1', '6*x^2*y', '{"outcome": "WRONG", "score": 0.0,
      "decided": "IDENTICAL", "message": "You differentiated with respect to the other letter.",
      "understood": {"text": "6*x^2*y", "latex": "6 x^{2} y", "notices": []}, "parts": [], "problem": null, "counterexample": null, "mistake": "1"}'),
    (900000002, 900000002, '2026-11-23 08:06:00+00', 'a', 'x', 'CORRECT', 1, null, 'x', '{"outcome": "CORRECT", "score": 1.0,
      "decided": "IDENTICAL", "message": "Correct.", "understood": {"text": "x", "latex": "x", "notices": []}, "parts": [],
      "problem": null, "counterexample": null, "mistake": null}'),
    (900000003, 900000003, '2026-11-23 09:01:00+00', 'a', '((', 'INVALID', 0, null, null, '{"outcome": "INVALID", "score": 0.0,
      "decided": null, "message": "Something is missing at the end.", "understood": null, "parts": [], "problem": null,
      "counterexample": null, "mistake": null}');
insert into help_opened values (900000001, 900000001, 1, true);
insert into skill_difficulty values ('DF02', -0.25, 2);
insert into template_difficulty values ('first-partial-derivative', 0.125, 2);
insert into evidence values
    (900000001, '2026-11-23 08:05:00+00', 900000001, 900000001, 'first-partial-derivative', '{DF02}', '{-0.25}', 0.125, 0, 0, 0.53, false),
    (900000002, '2026-11-23 08:06:00+00', 900000001, 900000002, 'first-partial-derivative', '{DF02}', '{-0.25}', 0.125, 0, -0.2, 0.48, true);
insert into learner_state values (900000001, -0.1, 2, 1, '2026-11-23 08:06:00+00', 900000002, 0);
insert into skill_state values (900000001, 'DF02', 0.1, -0.25, 1, 1, 0, 0, 'first-partial-derivative', false, '2026-11-23 08:06:00+00', false,
    '2026-11-23 08:06:00+00', 2.5, 5, '2026-11-23 08:06:00+00', 'LEARNING', 0, null, null, 0);
insert into postponement values (900000001, 'DF03', '2126-11-24 08:00:00+00');
insert into chosen_track values (900000001, 'machine-learning');
insert into calibration values ('2026-11-23 03:00:00+00', 2, 1, 0.7, 0.7, 0.5, 0.1, '[]');
insert into report (id, learner_id, attempt_id, submitted_at, submission, exercise_id, note, reported_at, answer, answered_at) values
    (900000001, 900000001, 900000001, '2026-11-23 08:05:00+00', '0190a000-0000-7000-8000-000000000001', 900000001, 'I think I am right.', '2026-11-23 08:07:00+00', 'Look at the letter.', '2026-11-23 10:00:00+00');
insert into course (id, title, zone, join_code, join_code_expires_at, archived_at, created_at) values
    (900000001, 'Calculus of the first days', 'Europe/Vienna', 'V050CODE', '2126-11-30 08:00:00+00', null, '2026-11-23 07:30:00+00');
insert into course_teacher values (900000001, 900000002, 'TEACHER', '2026-11-23 07:30:00+00');
insert into enrolment values (900000001, 900000001, '2026-11-23 08:01:00+00', null, false, 'S-1');
insert into teaching_invitation (id, course_id, invitee_id, token_hash, created_at, expires_at) values
    (900000001, 900000001, null, sha256('an invitation'), '2026-11-23 08:00:00+00', '2126-11-30 08:00:00+00');
insert into course_log (id, course_id, at, actor_id, action, subject_id, detail) values
    (900000001, 900000001, '2026-11-23 07:30:00+00', 900000002, 'OPENED', null, '');
insert into roster_draft values (900000001, '{}', '2026-11-23 08:00:00+00');
insert into template (id, author_id, title, origin, published_version, everyone, created_at) values
    (900000001, 900000002, 'A line of Bob', null, 1, false, '2026-11-23 08:00:00+00');
insert into template_version (template_id, version, yaml, created_at, check_state, check_done, check_steps, check_beat, check_report) values
    (900000001, 1, 'title: A line of Bob', '2026-11-23 08:00:00+00', 'PASSED', 1, 1, null, null);
insert into template_share values (900000001, 900000001, '2026-11-23 08:00:00+00');
insert into problem_set (id, course_id, title, created_at, changed_at) values
    (900000001, 900000001, 'Partial derivatives', '2026-11-23 08:00:00+00', '2026-11-23 08:00:00+00');
insert into problem_set_item (id, set_id, position, template, skill, level, count, points) values
    (900000001, 900000001, 1, 'first-partial-derivative', null, null, 1, 4),
    (900000002, 900000001, 2, null, 'DF03', 2, 1, 2);
insert into assignment values
    (900000001, 900000001, 1, 'Week one', '2026-11-23 07:45:00+00', '2026-11-23 12:00:00+00', '2026-11-24 12:00:00+00', 0.1, 0.5, 0, 'BEST', 'OWN', 'AT_ONCE', true, 0, null, '2026-11-23 07:40:00+00');
insert into assignment_problem (id, assignment_id, position, template, points, exercise_id) values
    (900000001, 900000001, 1, 'first-partial-derivative', 4, null);
insert into assigned_exercise values
    (900000001, 900000001, 900000002, '2026-11-23 08:05:30+00', 1, 1, 0, true, true, '2026-11-23 08:06:00+00');
insert into handed_in (submission, problem_id, learner_id) values ('0190a000-0000-7000-8000-000000000002', 900000001, 900000001);
insert into extension values (900000001, 900000001, '2026-11-25 12:00:00+00', '2026-11-26 12:00:00+00', 'ill', '2026-11-23 08:10:00+00');
insert into mark_override values (900000001, 900000001, 3.5, 'agreed', '2026-11-25 08:10:00+00');
insert into course_note (id, course_id, template, about, text, sent_at) values
    (900000001, 900000001, 'first-partial-derivative', 'the other letter', 'Only one letter moves.', '2026-11-23 11:00:00+00');
insert into course_note_reader values (900000001, 900000001, null);
insert into check_in (id, learner_id, track, begun_at, ended_at) values
    (900000001, 900000001, 'machine-learning', '2026-11-23 08:02:00+00', '2026-11-23 08:20:00+00');
insert into check_in_question values
    (900000001, 1, 'DF02', 900000002, '2026-11-23 08:03:00+00', 'RIGHT', '2026-11-23 08:06:00+00', '0190a000-0000-7000-8000-000000000002'),
    (900000001, 2, 'DF03', 900000001, '2026-11-23 08:07:00+00', 'SKIPPED', '2026-11-23 08:08:00+00', null);
