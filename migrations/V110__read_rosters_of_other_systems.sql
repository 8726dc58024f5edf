-- Rosters of other systems: their columns are mapped by the teacher, and names come in two parts.

-- Which part of a learner's name is which, as a roster of the course said; empty where none did.
alter table enrolment add column family_name varchar(255);
alter table enrolment add column given_name varchar(255);
alter table enrolment add constraint names_come_apart_together check ((family_name is null) = (given_name is null));

-- What a teacher said that the columns of a file hold, so that the next file of that kind is read at once. The header is known
-- again by its hash: it may be long.
create table roster_columns (
    teacher_id  bigint      not null references account on delete cascade,
    header_hash bytea       not null check (octet_length(header_hash) = 32),
    mapping     jsonb       not null,
    used_at     timestamptz not null,
    primary key (teacher_id, header_hash)
);

-- How far a roster is that is being taken in. What was brought and not agreed to is in another form now: it is brought again.
delete from roster_draft;
alter table roster_draft add column done integer not null default 0;
alter table roster_draft add column total integer not null default 0;
