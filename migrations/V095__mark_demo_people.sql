-- Courses that only show what a course is, and the people made up for them: these have no login and no password, so that
-- nobody signs in as one, they count in no statistics, and they go with their course.
alter table course add column demo boolean not null default false;
alter table account add column demo_course_id bigint references course;
alter table account add constraint demo_people_have_no_login check (demo_course_id is null or login is null);
create index account_of_demo on account (demo_course_id) where demo_course_id is not null;
