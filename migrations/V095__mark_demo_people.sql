-- Courses that only show what a course is, and the people made up for them: these have no login and no password, so that
-- nobody signs in as one, they count in no statistics, and they go with their course.
alter table course add column demo boolean not null default false;
alter table account add column demo_course_id bigint references course;
alter table account add constraint demo_people_have_no_login check (demo_course_id is null or login is null);
create index account_of_demo on account (demo_course_id) where demo_course_id is not null;

-- The log of a course is only added to; that of a demo course, in which nobody real did anything, goes with it.
create function refuse_change_of_a_log_line() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' and exists (select 1 from course c where c.id = old.course_id and c.demo) then
        return old;
    end if;
    raise exception 'the log of a course is only added to';
end
$$;

drop trigger course_log_is_append_only on course_log;
create trigger course_log_is_append_only
    before update or delete on course_log
    for each row execute function refuse_change_of_a_log_line();
create trigger course_log_is_not_emptied
    before truncate on course_log
    for each statement execute function refuse_change_of_log();
