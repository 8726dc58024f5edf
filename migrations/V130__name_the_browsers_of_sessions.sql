-- Whoever is signed in sees where, and ends it there: a name for the browser, and a number that is no secret.
alter table session
    add column number  bigint not null generated always as identity unique,
    add column browser varchar(60);
