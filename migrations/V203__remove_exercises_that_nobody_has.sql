-- Exercises that were made for one learner or one moment and that nobody has are removed. Whoever asks whether somebody has one asks
-- by its number; what an attempt or an opened help says of it already, its evidence, its reports and the times of its help need not
-- promise once more.
alter table evidence drop constraint evidence_exercise_id_fkey;
alter table report drop constraint report_exercise_id_fkey;
alter table help_step drop constraint help_step_exercise_id_fkey;
create index assigned_exercise_with on assigned_exercise (exercise_id);
create index drawn_exercise_with on drawn_exercise (exercise_id);
create index help_opened_at on help_opened (exercise_id);
create index check_in_question_with on check_in_question (exercise_id);
create index assignment_problem_with on assignment_problem (exercise_id) where exercise_id is not null;
create index project_run_drawn_by on project_run (seed);
create index project_run_data_of on project_run (data_seed);

alter table laboratory_exercise drop constraint laboratory_exercise_exercise_id_fkey;
alter table laboratory_exercise add foreign key (exercise_id) references exercise (id) on delete cascade;

-- Each hour guests are looked for who do not come back: not among all accounts.
create index account_of_guests on account (id) where login is null and demo_course_id is null;

-- The one row: up to which number it was looked. Each run looks at a few, so that it takes no longer where there are many.
create table exercise_sweep (
    one     boolean primary key default true check (one),
    seen_id bigint  not null
);
insert into exercise_sweep (seen_id) values (0);
