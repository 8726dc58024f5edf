-- Whether the password is one that a teacher handed out: it lets its owner in only to choose one of his own.
alter table account add column password_must_change boolean not null default false;

-- A roster as it was brought, until the teacher says yes to what it changes, for a day at most; the latest one of a course.
create table roster_draft (
    course_id  bigint      primary key references course on delete cascade,
    body       jsonb       not null,
    created_at timestamptz not null
);
