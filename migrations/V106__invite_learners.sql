-- Who has an account is asked to learn in a course, and never put into it: they join when they say yes.
create table learner_invitation (
    course_id  bigint      not null references course,
    invitee_id bigint      not null references account on delete cascade,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (course_id, invitee_id)
);
create index learner_invitation_for on learner_invitation (invitee_id);
