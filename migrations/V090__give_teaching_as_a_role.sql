-- Teaching is a role that is given: by whoever runs the site, by the invitation of a teacher, by the sign-on of an institution.
-- Who has opened a course or teaches in one keeps it.
update account set teacher = true
where not teacher and id in (select teacher_id from course_teacher);

-- The first one of an installation for which the settings name nobody: the start makes the account.
alter table account add column operator boolean not null default false;

-- Links by which teachers invite others to teach, each once.
create table teacher_invitation (
    -- Of the secret in the link only the hash, so that a copy of this table opens nothing.
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    invited_by bigint      not null references account on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index teacher_invitation_by on teacher_invitation (invited_by);
