-- What can be found by its name: skills, exercises, lessons. Written anew when the application starts, from the files that come
-- with it. Words are compared by their trigrams, which forgives spelling; with some hundred rows an index would cost more than
-- it saves. The extension is a trusted one: whoever may create tables in the database may create it.
create extension if not exists pg_trgm;

create table search_entry (
    address varchar(200) primary key,
    kind    varchar(20)  not null check (kind in ('SKILL', 'EXERCISE', 'LESSON')),
    title   varchar(300) not null,
    detail  varchar(500) not null,
    -- Title and all words by which it is found, folded: lower case, American, signs as words.
    name    varchar(300) not null,
    words   text         not null
);
