-- What is a course's has the course first in its keys, and in the keys that lead from one such table to another: a database that is
-- spread over many machines by course (docs/scale.md) can then keep each promise on the machine where the course is. Numbers still
-- come from one sequence for each table, so that a row is found by its number alone too: by a plain index where somebody asks so.

alter table assignment_problem drop constraint assignment_problem_assignment_id_fkey;
alter table accepted_answer drop constraint accepted_answer_problem_id_fkey;
alter table assignment_family drop constraint assignment_family_assignment_id_fkey;
alter table assignment_to_prepare drop constraint assignment_to_prepare_assignment_id_fkey;
alter table extension drop constraint extension_assignment_id_fkey;
alter table extension_change drop constraint extension_change_act_id_fkey;
alter table extension_change drop constraint extension_change_assignment_id_fkey;
alter table kept_times drop constraint kept_times_act_id_fkey;
alter table kept_times drop constraint kept_times_assignment_id_fkey;
alter table late_day drop constraint late_day_assignment_id_fkey;
alter table mark_category_member drop constraint mark_category_member_assignment_id_fkey;
alter table mark_category_member drop constraint mark_category_member_category_id_fkey;
alter table mark_override drop constraint mark_override_assignment_id_fkey;
alter table problem_set_item drop constraint problem_set_item_set_id_fkey;
alter table section_change drop constraint section_change_act_id_fkey;
alter table section_times drop constraint section_times_assignment_id_fkey;
alter table section_times drop constraint section_times_section_id_fkey;
alter table course_note_reader drop constraint course_note_reader_note_id_fkey;
alter table enrolment drop constraint enrolment_section_id_fkey;

-- Keys that lead out of the tables of courses. What they promised, the application promises now (Removal): who withdraws an assignment or
-- removes a course of made-up people deletes what hangs on it, in the same transaction, and whoever begins something waits for that.
-- An answer that is being typed hangs on the exercise that its learner has found, which is the learner's too.
alter table assigned_exercise drop constraint assigned_exercise_problem_id_fkey;
alter table drawn_exercise drop constraint drawn_exercise_problem_id_fkey;
alter table answer_draft drop constraint answer_draft_problem_id_fkey;
alter table timed_run drop constraint timed_run_assignment_id_fkey;
alter table lti_line_item drop constraint lti_line_item_assignment_id_fkey;
alter table lti_context drop constraint lti_context_course_id_fkey;
alter table account drop constraint account_demo_course_id_fkey;
delete from answer_draft d where not exists (select 1 from assigned_exercise w
                                             where w.problem_id = d.problem_id and w.learner_id = d.learner_id);
alter table answer_draft add foreign key (problem_id, learner_id)
    references assigned_exercise (problem_id, learner_id) on delete cascade;

alter table assignment drop constraint assignment_pkey;
alter table assignment add primary key (course_id, id);
create index assignment_by_id on assignment (id);

alter table assignment_problem add column course_id bigint;
update assignment_problem p set course_id = a.course_id from assignment a where a.id = p.assignment_id;
alter table assignment_problem alter column course_id set not null;
alter table assignment_problem drop constraint assignment_problem_pkey;
alter table assignment_problem add primary key (course_id, id);
create index assignment_problem_by_id on assignment_problem (id);
alter table assignment_problem drop constraint assignment_problem_assignment_id_position_key;
alter table assignment_problem add unique (course_id, assignment_id, position);
create index assignment_problem_of on assignment_problem (assignment_id);
alter table assignment_problem add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;

alter table accepted_answer add column course_id bigint;
update accepted_answer c set course_id = p.course_id from assignment_problem p where p.id = c.problem_id;
alter table accepted_answer alter column course_id set not null;
alter table accepted_answer drop constraint accepted_answer_pkey;
alter table accepted_answer add primary key (course_id, id);
alter table accepted_answer drop constraint accepted_answer_problem_id_exercise_id_part_value_key;
alter table accepted_answer add unique (course_id, problem_id, exercise_id, part, value);
create index accepted_answer_for on accepted_answer (problem_id);
alter table accepted_answer add foreign key (course_id, problem_id)
    references assignment_problem (course_id, id) on delete cascade;

alter table assignment_family add column course_id bigint;
update assignment_family f set course_id = a.course_id from assignment a where a.id = f.assignment_id;
alter table assignment_family alter column course_id set not null;
alter table assignment_family drop constraint assignment_family_pkey;
alter table assignment_family add primary key (course_id, assignment_id, family);
alter table assignment_family add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;

alter table assignment_to_prepare add column course_id bigint;
update assignment_to_prepare q set course_id = a.course_id from assignment a where a.id = q.assignment_id;
alter table assignment_to_prepare alter column course_id set not null;
alter table assignment_to_prepare drop constraint assignment_to_prepare_pkey;
alter table assignment_to_prepare add primary key (course_id, assignment_id);
alter table assignment_to_prepare add foreign key (course_id, assignment_id)
    references assignment (course_id, id) on delete cascade;

alter table extension add column course_id bigint;
update extension x set course_id = a.course_id from assignment a where a.id = x.assignment_id;
alter table extension alter column course_id set not null;
alter table extension drop constraint extension_pkey;
alter table extension add primary key (course_id, assignment_id, learner_id);
alter table extension add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;

alter table late_day add column course_id bigint;
update late_day l set course_id = a.course_id from assignment a where a.id = l.assignment_id;
alter table late_day alter column course_id set not null;
alter table late_day drop constraint late_day_pkey;
alter table late_day add primary key (course_id, assignment_id, learner_id);
alter table late_day add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;

alter table mark_override add column course_id bigint;
update mark_override o set course_id = a.course_id from assignment a where a.id = o.assignment_id;
alter table mark_override alter column course_id set not null;
alter table mark_override drop constraint mark_override_pkey;
alter table mark_override add primary key (course_id, assignment_id, learner_id);
alter table mark_override add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;

alter table course_act drop constraint course_act_pkey;
alter table course_act add primary key (course_id, id);
drop index course_act_of;

alter table kept_times add column course_id bigint;
update kept_times k set course_id = a.course_id from assignment a where a.id = k.assignment_id;
alter table kept_times alter column course_id set not null;
alter table kept_times drop constraint kept_times_pkey;
alter table kept_times add primary key (course_id, id);
drop index kept_times_of;
create index kept_times_of on kept_times (course_id, assignment_id, learner_id);
drop index kept_times_with;
create index kept_times_with on kept_times (course_id, act_id);
alter table kept_times add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;
alter table kept_times add foreign key (course_id, act_id) references course_act (course_id, id) on delete cascade;

alter table extension_change add column course_id bigint;
update extension_change x set course_id = t.course_id from course_act t where t.id = x.act_id;
alter table extension_change alter column course_id set not null;
alter table extension_change drop constraint extension_change_pkey;
alter table extension_change add primary key (course_id, act_id, assignment_id, learner_id);
alter table extension_change add foreign key (course_id, act_id) references course_act (course_id, id) on delete cascade;
alter table extension_change add foreign key (course_id, assignment_id)
    references assignment (course_id, id) on delete cascade;

alter table section_change add column course_id bigint;
update section_change m set course_id = t.course_id from course_act t where t.id = m.act_id;
alter table section_change alter column course_id set not null;
alter table section_change drop constraint section_change_pkey;
alter table section_change add primary key (course_id, act_id, learner_id);
alter table section_change add foreign key (course_id, act_id) references course_act (course_id, id) on delete cascade;

alter table course_log drop constraint course_log_pkey;
alter table course_log add primary key (course_id, id);
drop index course_log_of;

alter table course_note drop constraint course_note_pkey;
alter table course_note add primary key (course_id, id);
drop index course_note_of;

alter table course_note_reader add column course_id bigint;
update course_note_reader r set course_id = n.course_id from course_note n where n.id = r.note_id;
alter table course_note_reader alter column course_id set not null;
alter table course_note_reader drop constraint course_note_reader_pkey;
alter table course_note_reader add primary key (course_id, note_id, learner_id);
alter table course_note_reader add foreign key (course_id, note_id) references course_note (course_id, id) on delete cascade;

alter table mark_category drop constraint mark_category_pkey;
alter table mark_category add primary key (course_id, id);
drop index mark_category_of;

alter table mark_category_member add column course_id bigint;
update mark_category_member m set course_id = c.course_id from mark_category c where c.id = m.category_id;
alter table mark_category_member alter column course_id set not null;
alter table mark_category_member drop constraint mark_category_member_pkey;
alter table mark_category_member add primary key (course_id, assignment_id);
drop index mark_category_member_of;
create index mark_category_member_of on mark_category_member (course_id, category_id);
alter table mark_category_member add foreign key (course_id, assignment_id)
    references assignment (course_id, id) on delete cascade;
alter table mark_category_member add foreign key (course_id, category_id)
    references mark_category (course_id, id) on delete cascade;

alter table problem_set drop constraint problem_set_pkey;
alter table problem_set add primary key (course_id, id);
drop index problem_set_of;

alter table problem_set_item add column course_id bigint;
update problem_set_item i set course_id = s.course_id from problem_set s where s.id = i.set_id;
alter table problem_set_item alter column course_id set not null;
alter table problem_set_item drop constraint problem_set_item_pkey;
alter table problem_set_item add primary key (course_id, id);
drop index problem_set_item_of;
create index problem_set_item_of on problem_set_item (course_id, set_id, position);
alter table problem_set_item add foreign key (course_id, set_id) references problem_set (course_id, id) on delete cascade;

alter table section drop constraint section_pkey;
alter table section add primary key (course_id, id);

-- Citus empties no column of a key in which the course is, as "on delete set null" would: who removes a section takes its learners out
-- of it first, and one with learners cannot be removed.
drop index enrolment_in;
create index enrolment_in on enrolment (course_id, section_id);
alter table enrolment add foreign key (course_id, section_id) references section (course_id, id);

alter table section_times add column course_id bigint;
update section_times t set course_id = a.course_id from assignment a where a.id = t.assignment_id;
alter table section_times alter column course_id set not null;
alter table section_times drop constraint section_times_pkey;
alter table section_times add primary key (course_id, section_id, assignment_id);
drop index section_times_of;
create index section_times_of on section_times (course_id, assignment_id);
alter table section_times add foreign key (course_id, section_id) references section (course_id, id) on delete cascade;
alter table section_times add foreign key (course_id, assignment_id) references assignment (course_id, id) on delete cascade;

-- The secret of an invitation has 256 bits: that two are the same need not be ruled out by a key over all courses.
alter table teaching_invitation drop constraint teaching_invitation_pkey;
alter table teaching_invitation add primary key (course_id, id);
alter table teaching_invitation drop constraint teaching_invitation_token_hash_key;
create index teaching_invitation_by on teaching_invitation (token_hash);

-- Nor that two forms have the same 122 bits; that one form makes one copy is kept by its teacher, whose forms wait for each other.
drop index course_form;
create index course_form on course (form);

-- The number of a session comes from the database and is asked for together with its account.
alter table session drop constraint session_number_key;

-- A join code is short enough to be typed: which course has it stands in a small table that is on every machine. What it opens, and until
-- when, says the course.
create table join_code (
    code      varchar(8) primary key check (length(code) = 8),
    course_id bigint     not null
);
create index join_code_of on join_code (course_id);
insert into join_code (code, course_id) select join_code, id from course where join_code is not null;
alter table course drop constraint course_join_code_key;
