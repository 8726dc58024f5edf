-- Projects are found like skills, exercises and lessons.
alter table search_entry
    drop constraint search_entry_kind_check,
    add constraint search_entry_kind_check check (kind in ('SKILL', 'EXERCISE', 'LESSON', 'PROJECT'));
